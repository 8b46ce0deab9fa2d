/** Diffusions with known passages, for the tests of passages. */
import type { Motion } from '../../src/numeric/mean-passage.js'

/** dx = -L'(x) dt + sqrt(2 T L(x)) dW on the double well L = Ls + V (x^2 - 1)^2. */
export const well = ({ T, Ls, V }: { T: number; Ls: number; V: number }): Motion & { loss: (x: number) => number } => {
  const loss = (x: number): number => Ls + V * (x * x - 1) ** 2
  return { loss, drift: (x) => -4 * V * x * (x * x - 1), variance: (x) => 2 * T * loss(x) }
}

/** Kramers' rate with the barrier of log L, as printed. */
export const powerLawRate = ({ T, Ls, V }: { T: number; Ls: number; V: number }): number =>
  Math.sqrt(32 * V * V) / (2 * Math.PI) * ((Ls + V) / Ls) ** -(1 / 2 + 1 / T)

/** dx = -k x dt + s dW. */
export const spring = (k: number, s: number): Motion => ({ drift: (x) => -k * x, variance: () => s * s })
