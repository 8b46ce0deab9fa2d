/** Diffusions with known passages, for the tests of passages. */
import type { Motion } from '../../src/numeric/mean-passage.js'
import type { PlaneMotion } from '../../src/numeric/plane-passage.js'

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

export interface Saddle {
  readonly T: number
  readonly n: number
  readonly a: number
  readonly Ls: number
  readonly V: number
  /** how much the curvature across follows the loss: 0 constant, 1 a product */
  readonly follows: number
}

/** L = f(x) + k(x) r^2 / 2 in n dimensions, noise 2 T L along and 2 a T L across. */
export function saddle({ T, n, a, Ls, V, follows }: Saddle): PlaneMotion & { loss: (x: number, r: number) => number } {
  const f = (x: number): number => Ls + V * (x * x - 1) ** 2
  const slope = (x: number): number => 4 * V * x * (x * x - 1)
  const k = (x: number): number => 8 * V * (1 - follows + follows * f(x) / Ls)
  const loss = (x: number, r: number): number => f(x) + k(x) * r * r / 2
  return {
    loss,
    along: (r) => ({
      drift: (x) => -slope(x) * (1 + 4 * V * follows / Ls * r * r), variance: (x) => 2 * T * loss(x, r),
    }),
    across: (x) => ({
      drift: (r) => -k(x) * r + (n - 2) * a * T * loss(x, r) / r, variance: (r) => 2 * a * T * loss(x, r),
    }),
  }
}
