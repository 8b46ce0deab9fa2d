/**
 * A counterexample in the domain of the theorem: exact parameters at which both sides are computed over Q and differ.
 */
import { Pole } from '../symbolic/ring.js'
import { Q, type Rational } from '../symbolic/rings/rational.js'
import { isScalar, type Value } from '../symbolic/value.js'
import { baseAt, pointAt } from './algebra.js'
import type { Case } from './case.js'
import { equationOf } from './equation.js'
import type { Counterexample } from './evidence.js'
import { namesOf } from './field-points.js'
import type { Finding } from './kind.js'
import { parameterDraws } from './parameter-draws.js'
import { parametersText, valueText } from './parameters-text.js'
import { sidesAt, vanishes, residualAt, type Equation, type Point } from './residual.js'
import type { Variant } from './variant.js'

const ATTEMPTS = 12

/** The refutation of a claim that differs from the moments in this dimension. */
export async function exactWitness(variant: Variant, dimension: number, at: Case): Promise<Finding> {
  const how = `differs from the moments of the process at D = ${dimension}`
  if (variant.claim.limit) {
    const note = `the sides have different leading terms as ${variant.claim.limit.symbol} goes to its limit`
    return {
      verdict: 'refuted', how: `${how}: ${note}`, dimensions: [dimension],
      counterexample: { parameters: {}, left: null, right: null, note },
    }
  }
  const counterexample = await rationalCounterexample(variant, dimension, at)
  return { verdict: 'refuted', how: `${how}, exactly`, dimensions: [dimension], counterexample }
}

/** The simplest of a few draws at which the sides differ over Q; null where each met a pole. */
async function rationalCounterexample(variant: Variant, dimension: number, at: Case): Promise<Counterexample | null> {
  const equation = equationOf(variant, 'moments')
  let best: Counterexample | null = null
  for (const draw of await parameterDraws(at, variant.claim, dimension, ATTEMPTS)) {
    const point = exactPoint(draw, variant, dimension, at)
    if (!point || vanishes(residualAt(equation, point), Q)) continue
    const found = counterexampleAt(draw, equation, point)
    if (!best || lengthOf(found) < lengthOf(best)) best = found
  }
  return best
}

function exactPoint(
  draw: ReadonlyMap<string, Value<Rational>>, variant: Variant, dimension: number, at: Case,
): Point<Rational> | null {
  try {
    return pointAt(baseAt(at.compiled, draw, Q, dimension), namesOf(variant), variant.where)
  } catch (error) {
    if (error instanceof Pole) return null
    throw error
  }
}

function counterexampleAt(
  draw: ReadonlyMap<string, Value<Rational>>, equation: Equation, point: Point<Rational>,
): Counterexample {
  const { left, right } = sidesAt(equation, point)
  const note = isScalar(left) ? 'both sides computed exactly' : 'both sides computed exactly, as matrices'
  return { parameters: parametersText(draw), left: valueText(left), right: valueText(right), note }
}

const lengthOf = (c: Counterexample): number => JSON.stringify(c).length
