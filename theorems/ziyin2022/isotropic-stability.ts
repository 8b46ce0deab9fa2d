/**
 * Features that are alike in all directions, A = a I: minibatch SGD has a stationary covariance iff
 *
 *     lambda a (S + D + 1) < 2 S,        a learning rate proportional to S / D once D is larger than the batch.
 */
import { count, defineTheorem, learningRate, measured, minibatchRegression, moments, positive, threshold } from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/isotropic-stability',
  title: 'Stability of minibatch SGD in many dimensions',
  source: ziyin2022.at('Section 6.2 and Theorem 6, on fresh isotropic data'),
  says: 'More weights need a smaller learning rate or a larger batch: the noise of all directions adds up.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    a: positive('variance of each feature'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'lambda * a * (S + D + 1) < 2 * S' },
  process: minibatchRegression({
    features: 'a * I', labelNoise: 'sigma^2', batch: 'S', learningRate: 'lambda', momentum: '0',
  }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    covariance: 'Sigma == lambda * sigma^2 / (2 * S - lambda * a * (S + D + 1)) * I',
    existence: 'exists(Sigma) iff lambda < 2 * S / (a * (S + D + 1))',
    largeBatch: {
      says: 'the familiar bound of gradient descent, without the noise',
      then: 'exists(Sigma) iff lambda * a < 2',
      expected: 'refuted',
      corrected: 'existence',
    },
  },

  evidence: { covariance: [moments()], existence: [threshold()], largeBatch: [threshold()] },
})
