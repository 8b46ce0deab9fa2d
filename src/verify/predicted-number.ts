/** What a claim says the one number it measures is, integrals and sums in its text included. */
import { NumericalError } from '../numeric/errors.js'
import { refuse } from '../symbolic/errors.js'
import { Pole } from '../symbolic/ring.js'
import { mapValue, scalarOf, scalarValue } from '../symbolic/value.js'
import type { Base } from './algebra.js'
import { divideBalls, exactBall, negateBall, subtractBalls, type Ball } from './enclosures/ball.js'
import { enclosedSides } from './enclosed-sides.js'
import type { Variant } from './variant.js'

/** Curvature of the residual that is taken for rounding, relative to its values. */
const STRAIGHT = 1e-9

/**
 * The x with left(x) = right(x), where the sides are affine in the measured symbol x: from their values at 0, 1 and 2.
 * @throws StatementError NOT_DETERMINED where they are not affine, or do not depend on x; Pole where a side is no
 * number
 */
export function predictedNumber(variant: Variant, name: string, base: Base<number>): Ball {
  const [r0, r1, r2] = [0, 1, 2].map((x) => residualAt(x, variant, name, base)) as [Ball, Ball, Ball]
  const slope = subtractBalls(r1, r0)
  const bend = Math.abs(r2.value - 2 * r1.value + r0.value)
  const size = Math.abs(r0.value) + Math.abs(r1.value) + Math.abs(r2.value)
  if (!Number.isFinite(size)) throw new Pole(`a side of "${variant.claim.name}" is no number`)
  if (bend > STRAIGHT * size || slope.value === 0) {
    refuse('NOT_DETERMINED', `"${variant.claim.name}" does not say what ${name} is`)
  }
  return divideBalls(negateBall(r0), slope)
}

function residualAt(x: number, variant: Variant, name: string, { given, dimension }: Base<number>): Ball {
  const values = new Map([...given].map(([key, v]) => [key, mapValue(v, exactBall)]))
  values.set(name, scalarValue(exactBall(x)))
  try {
    const { left, right } = enclosedSides(variant, values, dimension, 'simulated')
    return subtractBalls(scalarOf(left), scalarOf(right))
  } catch (error) {
    if (error instanceof NumericalError && error.code === 'not-finite') throw new Pole(error.message)
    throw error
  }
}
