/**
 * The covariance of exactly Gaussian vectors, from their sum of outer products alone: an exact test at every look.
 * Claims that agree with the moment equations start at the law these give; others burn in.
 */
import { joinOuterProducts, noOuterProducts } from '../../simulation/outer-products.js'
import type { Status } from '../../statistics/check.js'
import { createCovarianceCheck } from '../../statistics/covariance-check.js'
import type { Value } from '../../symbolic/value.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import type { Case } from '../case.js'
import { isCheaper } from '../invariance.js'
import { measuredValues } from '../measured.js'
import { solutionOf } from '../solution.js'
import type { Variant } from '../variant.js'
import { rowsOf, spreadsOf, type Checker, type Levels } from './checker.js'
import { looks } from './looks.js'
import { invarianceChecker, relativeDistance } from './invariant.js'

/**
 * A claim that is off by less than a tenth of the precision is taken for the exact value, and pays for the difference.
 */
const AGREEMENT = 10

/** Last states of x against the predicted Cov(x); misprints look at the samples of the claim as printed. */
export function gaussianChecker(
  name: string, variant: Variant, predicted: Value<number>, draw: SimulatedDraw, levels: Levels, at: Case,
): Checker {
  const exact =
    draw.kept(`exact covariance of ${name}`, () => rowsOf(measuredValues(draw.base, new Set([name])).get(name)!))
  const printed = draw.kept(`distance of ${variant.claim.name}`, () => {
    const claim = { ...variant, claim: at.compiled.claims.get(variant.claim.name)!, where: at.compiled.where }
    const value = solutionOf(claim, name, draw.base)
    return value ? relativeDistance(exact, rowsOf(value)) : Infinity
  })
  const stationary = printed <= levels.precision / AGREEMENT ? draw.stationary(name) : null
  return stationary && isCheaper(stationary.plan, exact.length, levels.precision, levels.alphaVerify)
    ? invarianceChecker(stationary, predicted, relativeDistance(exact, rowsOf(predicted)), levels)
    : endpointChecker(name, predicted, draw, levels)
}

function endpointChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const recording = draw.endpoints(name)
  const claimed = rowsOf(predicted)
  const check = createCovarianceCheck({ claimed, ...levels, bias: recording.bias })
  const d = predicted.entries.length
  let totals = noOuterProducts(d)
  const look = looks((): Status => check.update(totals.count, matrixOf(totals.products, d)), 'running')
  return {
    recording,
    update: (chunk) => {
      totals = joinOuterProducts(totals, chunk.sums!)
      return look.due(totals.count)
    },
    verdict: () => {
      look.last()
      return check.verdict()
    },
    sides: () => {
      look.last()
      return check.sides()
    },
    target: () => ({ claimed, units: spreadsOf(claimed) }),
    cv2: () => 2,
    dimension: d,
    // four times the mean sample size of an exact claim, which rises from 72 to about 150 / delta^2 at D = 4
    budget: (4 * (60 + 25 * d)) / levels.precision ** 2,
  }
}

const matrixOf = (flat: Float64Array, d: number): number[][] =>
  Array.from({ length: d }, (_, i) => Array.from(flat.subarray(i * d, (i + 1) * d)))
