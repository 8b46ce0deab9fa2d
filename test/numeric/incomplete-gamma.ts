/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P, the chi-square law among them.
 * Series below x = a + 1, Lentz's continued fraction above (DLMF 8.7.1, 8.9.2); the common factor
 * x^a e^-x / Gamma(a + 1) through the deviance of Loader 2000, so that large a loses no digits.
 */
import { NumericalError } from '../../src/numeric/errors.js'
import { continuedFraction } from './continued-fraction.js'
import { stirlingError } from '../../src/numeric/log-gamma.js'

/** P(a, x) = gamma(a, x) / Gamma(a), a > 0, x >= 0: the probability that a Gamma(a) variable is below x. */
export function gammaCdf(a: number, x: number): number {
  refuse(a, x)
  return x === 0 ? 0 : x < a + 1 ? lowerSeries(a, x) : 1 - upperFraction(a, x)
}

/** Q(a, x) = 1 - P(a, x), without cancellation in the upper tail. */
export function gammaTail(a: number, x: number): number {
  refuse(a, x)
  return x === 0 ? 1 : x < a + 1 ? 1 - lowerSeries(a, x) : upperFraction(a, x)
}

/** a (r - 1 - ln r), r = x / a: half the deviance of a gamma or Poisson count, without cancellation near r = 1. */
export function deviance(x: number, a: number): number {
  const excess = (x - a) / a
  if (Math.abs(excess) > 0.1) return a * (excess - Math.log1p(excess))
  let term = excess * excess
  let sum = term / 2
  for (let k = 3; Math.abs(term) > 1e-18 * sum; k++) {
    term *= -excess
    sum += term / k
  }
  return a * sum
}

/** x^a e^-x / Gamma(a + 1). */
function gammaFactor(a: number, x: number): number {
  return Math.exp(-deviance(x, a) - stirlingError(a)) / Math.sqrt(2 * Math.PI * a)
}

function lowerSeries(a: number, x: number): number {
  let term = 1
  let sum = 1
  for (let k = 1; term > 1e-17 * sum; k++) sum += term *= x / (a + k)
  return gammaFactor(a, x) * sum
}

function upperFraction(a: number, x: number): number {
  const fraction = continuedFraction(x + 1 - a, k => ({ numerator: k * (a - k), denominator: x + 2 * k + 1 - a }))
  return gammaFactor(a, x) * a / fraction
}

function refuse(a: number, x: number): void {
  if (!(a > 0 && a < Infinity && x >= 0)) {
    throw new NumericalError('domain', `the incomplete gamma function needs a > 0 and x >= 0, got a = ${a}, x = ${x}`)
  }
}
