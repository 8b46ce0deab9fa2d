/**
 * The regularised incomplete beta function I_x(a, b), the law of a Beta variable and of binomial counts.
 * Continued fraction of DLMF 8.17.22 on the side of the mean where it converges, the factor x^a (1-x)^b / B(a, b)
 * through deviances (Loader 2000) so that counts of 1e6 lose no digits; quantiles by a bracketed root.
 */
import { NumericalError } from '../../src/numeric/errors.js'
import { continuedFraction } from './continued-fraction.js'
import { deviance } from './incomplete-gamma.js'
import { stirlingError } from '../../src/numeric/log-gamma.js'
import { findRoot } from '../../src/numeric/roots.js'

/** I_x(a, b), a, b > 0, 0 <= x <= 1: the probability that a Beta(a, b) variable is below x. */
export function betaCdf(a: number, b: number, x: number): number {
  refuse(a, b, x)
  if (x === 0 || x === 1) return x
  return x <= (a + 1) / (a + b + 2) ? fromLeft(a, b, x, 1 - x) : 1 - fromLeft(b, a, 1 - x, x)
}

/** The x with I_x(a, b) = p, to 1e-15 of one. Throws `domain` unless 0 <= p <= 1. */
export function betaQuantile(a: number, b: number, p: number): number {
  refuse(a, b, p)
  if (p === 0 || p === 1) return p
  return findRoot(x => betaCdf(a, b, x) - p, 0, 1, 1e-15).root
}

function fromLeft(a: number, b: number, x: number, y: number): number {
  const fraction = continuedFraction(1, step => {
    const m = step >> 1
    const numerator = step % 2 === 0
      ? m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      : -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    return { numerator, denominator: 1 }
  })
  return betaFactor(a, b, x, y) / (a * fraction)
}

/** x^a y^b / B(a, b), y = 1 - x: a b / (a + b) times a binomial probability in saddle-point form. */
function betaFactor(a: number, b: number, x: number, y: number): number {
  const n = a + b
  const exponent = stirlingError(n) - stirlingError(a) - stirlingError(b) - deviance(n * x, a) - deviance(n * y, b)
  return Math.exp(exponent) * Math.sqrt(a * b / (2 * Math.PI * n))
}

function refuse(a: number, b: number, x: number): void {
  if (!(a > 0 && b > 0 && x >= 0 && x <= 1)) {
    throw new NumericalError('domain', `the beta law needs a, b > 0 and 0 <= x, p <= 1, got a = ${a}, b = ${b}, ${x}`)
  }
}
