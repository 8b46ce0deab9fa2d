/**
 * Labels without noise: the weights of minibatch SGD have the covariance zero at stationarity wherever one exists, and
 * it exists iff  posdef(G) and t < S,  as with noisy labels; beyond, single weights may still go to zero while their
 * mean square diverges.
 */
import {
  between, commutingWith, count, defineTheorem, measured, minibatchRegression, moments, positiveDefinite, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/no-fluctuation-without-noise',
  title: 'No fluctuation at an interpolating minimum',
  source: ziyin2022.at('Corollary 3, vanishing loss'),
  says: 'Without label noise the fluctuation vanishes, provided the learning rate is stable in mean square.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    A: positiveDefinite('covariance of the features'),
    Lambda: commutingWith('A', 'matrix learning rate', { scaled: true }),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  where: {
    G: '2 * (1 - mu) * I - ((1 - mu) / (1 + mu) + 1 / S) * Lambda * A',
    t: 'Tr(Lambda * A * inv(G))',
  },
  process: minibatchRegression({ features: 'A', labelNoise: '0', batch: 'S', learningRate: 'Lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },

  claims: {
    vanishes: 'Sigma == 0 * I',
    stability: 'exists(Sigma) iff posdef(G) > 0 and t < S',
  },

  evidence: { vanishes: [moments()], stability: [threshold()] },
})
