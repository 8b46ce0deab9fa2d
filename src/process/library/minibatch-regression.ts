/**
 * Real minibatch SGD on linear regression with fresh data: the gradient is the mean over S samples of x (x' w - eps).
 */
import { gaussian } from '../laws/gaussian.js'
import { centred } from '../laws/stated.js'
import { recurrence, vector } from '../text.js'

interface RegressionTexts<A extends string, V extends string, S extends string, L extends string, U extends string> {
  /** covariance of the features, D x D */
  readonly features: A
  /** variance of the label noise */
  readonly labelNoise: V
  readonly batch: S
  /** a number, or a D x D matrix */
  readonly learningRate: L
  readonly momentum: U
}

/**
 * Heavy-ball SGD on fresh batches of linear regression; w is the distance to the minimum (Ziyin et al. 2022, section
 * 4).
 */
export const minibatchRegression = <
  const A extends string, const V extends string, const S extends string,
  const L extends string, const U extends string,
>(of: RegressionTexts<A, V, S, L, U>) => recurrence({
    state: { m: vector, w: vector },
    batch: {
      size: of.batch,
      sample: { x: gaussian({ covariance: of.features }), eps: centred({ variance: of.labelNoise }) },
    },
    step: [
      "g = mean(x * (x' * w - eps))",
      `m = (${of.momentum}) * m + g` as const,
      `w = w - (${of.learningRate}) * m` as const,
    ],
  })
