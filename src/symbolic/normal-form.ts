/**
 * Is an identity of rational functions exactly true? Both sides are brought to N / D over Z[x, y, ...] and N is
 * compared with 0, coefficient by coefficient: no randomness, a second method beside the random points. It either
 * fits its budget of steps or says that it does not.
 */
import type { Draw } from './draw.js'
import type { Comparison } from './identity.js'
import { fractionRing, type Fraction, type FractionRing } from './rings/fractions.js'
import { integerPolynomials, OutOfSteps } from './rings/integer-polynomial.js'
import { zipValues } from './value.js'

/** Products of coefficients that an exact check may take: below a second. */
export const DEFAULT_STEPS = 300_000

/** true or false where the computation fits the steps; null where it does not. @throws StatementError, Pole */
export function isExactly(comparison: Comparison, indeterminates: number, steps = DEFAULT_STEPS): boolean | null {
  try {
    const names = Array.from({ length: indeterminates }, (_, k) => `x${k}`)
    const ring = fractionRing(integerPolynomials(names, steps))
    const { left, right } = comparison(ring, inOrder(ring))
    return zipValues(left, right, ring.sub).entries.every((row) => row.every(ring.isZero))
  } catch (error) {
    if (error instanceof OutOfSteps) return null
    throw error
  }
}

/** The first, second ... indeterminate. */
function inOrder(ring: FractionRing): Draw<Fraction> {
  let next = 0
  const any = (): Fraction => ring.variable(ring.polynomials.names[next++]!)
  return { any, positive: any }
}
