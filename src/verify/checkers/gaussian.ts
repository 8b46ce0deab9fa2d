/** The covariance of exactly Gaussian vectors, from their sum of outer products alone: an exact test at every look. */
import { joinOuterProducts, noOuterProducts } from '../../simulation/outer-products.js'
import { createCovarianceCheck } from '../../statistics/covariance-check.js'
import type { Value } from '../../symbolic/value.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import { rowsOf, spreadsOf, type Checker, type Levels } from './checker.js'

/** Last states of x against the predicted Cov(x). */
export function gaussianChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const recording = draw.endpoints(name)
  const claimed = rowsOf(predicted)
  const check = createCovarianceCheck({ claimed, ...levels, bias: recording.bias })
  const d = predicted.entries.length
  let totals = noOuterProducts(d)
  return {
    recording,
    update: (chunk) => {
      totals = joinOuterProducts(totals, chunk.sums!)
      return check.update(totals.count, matrixOf(totals.products, d))
    },
    verdict: check.verdict,
    target: () => ({ claimed, units: spreadsOf(claimed) }),
    cv2: () => 2,
    dimension: d,
    // four times the mean sample size of an exact claim, which rises from 72 to about 150 / delta^2 at D = 4
    budget: (4 * (60 + 25 * d)) / levels.precision ** 2,
  }
}

const matrixOf = (flat: Float64Array, d: number): number[][] =>
  Array.from({ length: d }, (_, i) => Array.from(flat.subarray(i * d, (i + 1) * d)))
