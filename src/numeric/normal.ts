/**
 * The standard normal law to full relative precision in both tails, and erf, erfc by it.
 * Q(x) = phi(x) / (x + 1/(x + 2/(x + 3/...))) for x > 1.5 (Laplace; DLMF 7.9.1),
 * Q(x) = 1/2 - phi(x) sum x^(2k+1)/(2k+1)!! below.
 */
import { NumericalError } from './errors.js'

const ROOT_TWO_PI = Math.sqrt(2 * Math.PI)

/** The density phi(x); relative error about 1e-15 also where x^2/2 is large. */
export function normalDensity(x: number): number {
  // x^2 is split in an exact square and a small rest, else its rounding is magnified by the exponential
  const coarse = Math.round(x * 16) / 16
  return Math.exp(-coarse * coarse / 2) * Math.exp(-(x - coarse) * (x + coarse) / 2) / ROOT_TWO_PI
}

/** P(Z > x). */
export function normalTail(x: number): number {
  if (x < 0) return 1 - normalTail(-x)
  if (x > 1.5) return x > 40 ? 0 : normalDensity(x) * millsRatio(x)
  return 0.5 - normalDensity(x) * oddSeries(x)
}

/** P(Z <= x). */
export function normalCdf(x: number): number {
  return normalTail(-x)
}

/** The x with P(Z <= x) = p, 0 < p < 1, to full precision down to p = 1e-307. Throws `domain` otherwise. */
export function normalQuantile(p: number): number {
  if (!(p > 0 && p < 1)) throw new NumericalError('domain', `normalQuantile needs 0 < p < 1, got ${p}`)
  return p <= 0.5 ? -upperQuantile(p) : upperQuantile(1 - p)
}

/** erf(x) = 1 - erfc(x). */
export function erf(x: number): number {
  return x < 0 ? -erf(-x) : x > 1 ? 1 - erfc(x) : 2 * normalDensity(x * Math.SQRT2) * oddSeries(x * Math.SQRT2)
}

/** erfc(x) = 2 Q(x sqrt 2). */
export function erfc(x: number): number {
  return 2 * normalTail(x * Math.SQRT2)
}

/** Newton on ln Q from the rational start of Abramowitz & Stegun 26.2.23; ln Q is concave, so it converges. */
function upperQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  let x = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)))
  for (let step = 0; step < 6; step++) {
    const tail = normalTail(x)
    x += Math.log(tail / p) * tail / normalDensity(x)
  }
  return x
}

/** Q(x) / phi(x) for x > 1.5, by the continued fraction evaluated backwards. */
function millsRatio(x: number): number {
  let fraction = x
  for (let k = Math.ceil(30 + 300 / (x * x)); k >= 1; k--) fraction = x + k / fraction
  return 1 / fraction
}

function oddSeries(x: number): number {
  let term = x
  let sum = x
  for (let k = 1; Math.abs(term) > 1e-18 * Math.abs(sum); k++) sum += term *= x * x / (2 * k + 1)
  return sum
}
