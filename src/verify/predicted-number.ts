/**
 * What a claim says one number that it measures is, integrals and sums in its text included. Other measured symbols
 * have the values that their oracles find.
 */
import type { Bias } from '../statistics/check.js'
import { NumericalError } from '../numeric/errors.js'
import { refuse } from '../symbolic/errors.js'
import { Pole } from '../symbolic/ring.js'
import { mapValue, scalarOf, scalarValue, type Value } from '../symbolic/value.js'
import { divideBalls, exactBall, negateBall, subtractBalls, type Ball } from './enclosures/ball.js'
import { enclosedSides } from './enclosed-sides.js'
import { namesOf } from './field-points.js'
import { oracleValue } from './readings.js'
import type { Levels } from './checkers/checker.js'
import type { SimulatedDraw } from './simulated-draw.js'
import type { Variant } from './variant.js'

/** Curvature of the residual that is taken for rounding, relative to its values. */
const STRAIGHT = 1e-9

/**
 * The x with left(x) = right(x), where the sides are affine in the measured symbol x: from their values at 0, 1 and 2.
 * @throws StatementError NOT_DETERMINED where they are not affine, or do not depend on x; Pole where a side is no
 * number
 */
export function predictedNumber(variant: Variant, name: string, draw: SimulatedDraw): Ball {
  const known = valuesBut(name, variant, draw)
  const [r0, r1, r2] = [0, 1, 2].map((x) =>
    residualAt(new Map([...known, [name, scalarValue(exactBall(x))]]), variant, draw.dimension)) as [Ball, Ball, Ball]
  const slope = subtractBalls(r1, r0)
  const bend = Math.abs(r2.value - 2 * r1.value + r0.value)
  const size = Math.abs(r0.value) + Math.abs(r1.value) + Math.abs(r2.value)
  if (!Number.isFinite(size)) throw new Pole(`a side of "${variant.claim.name}" is no number`)
  if (bend > STRAIGHT * size || slope.value === 0) {
    refuse('NOT_DETERMINED', `"${variant.claim.name}" does not say what ${name} is`)
  }
  return divideBalls(negateBall(r0), slope)
}

/**
 * The bias of samples against a prediction that is itself known up to an error.
 * @throws StatementError IMPRECISE where that error leaves no room for the samples
 */
export function againstPrediction({ value, error }: Ball, bias: Bias, { precision }: Levels): Bias {
  if (error === 0) return bias
  const relative = error / Math.abs(value)
  if (relative <= precision / 4) return { value: bias.value + relative, origin: 'estimated' }
  return refuse('IMPRECISE', `what the claim predicts is known up to ${relative.toExponential(1)} of it only`)
}

function valuesBut(name: string, variant: Variant, { base, kept }: SimulatedDraw): Map<string, Value<Ball>> {
  const values = new Map([...base.given].map(([key, v]) => [key, mapValue(v, exactBall)]))
  const names = namesOf(variant)
  for (const [other, { role }] of base.compiled.symbols) {
    if (role !== 'measured' || other === name || !names.has(other)) continue
    values.set(other, kept(`oracle ${other}`, () => oracleValue(other, base)))
  }
  return values
}

function residualAt(values: ReadonlyMap<string, Value<Ball>>, variant: Variant, dimension: number): Ball {
  try {
    const { left, right } = enclosedSides(variant, values, dimension, 'simulated')
    return subtractBalls(scalarOf(left), scalarOf(right))
  } catch (error) {
    if (error instanceof NumericalError && error.code === 'not-finite') throw new Pole(error.message)
    throw error
  }
}
