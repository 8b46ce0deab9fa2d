/** b0 + a1/(b1 + a2/(b2 + ...)) by the modified Lentz method (Thompson & Barnett 1986, J. Comput. Phys. 64). */
import { NumericalError } from '../../src/numeric/errors.js'

const TINY = 1e-300

/** The value of the continued fraction to rounding. Throws `no-convergence` after 100,000 terms. */
export function continuedFraction(b0: number, term: (k: number) => { numerator: number; denominator: number }): number {
  let value = b0 === 0 ? TINY : b0
  let ratio = value
  let inverse = 0
  for (let k = 1; k <= 100_000; k++) {
    const { numerator, denominator } = term(k)
    inverse = 1 / (denominator + numerator * inverse || TINY)
    ratio = denominator + numerator / ratio || TINY
    value *= ratio * inverse
    if (Math.abs(ratio * inverse - 1) <= 2 * Number.EPSILON) return value
  }
  throw new NumericalError('no-convergence', `a continued fraction starting at ${b0} did not settle in 100000 terms`)
}
