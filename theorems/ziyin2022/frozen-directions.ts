/**
 * A singular learning rate leaves some directions of the weights where they started, at a distance f from the solution.
 * With features z ~ N(0, B) in those directions, independent of the others, f'z acts as label noise:
 *
 *     Sigma = (s2 / S) (1 + kappa / S) Lambda inv(G),      s2 = sigma^2 + f'B f,        in the directions that move.
 */
import {
  between, centred, commutingWith, count, defineTheorem, gaussian, measured, moments, positive, positiveDefinite,
  realVector,
  recurrence, threshold, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/frozen-directions',
  title: 'Fluctuation where the learning rate is singular',
  source: ziyin2022.at('Theorem 2, singular Lambda'),
  says: 'Weights that cannot move add the loss they cause to the label noise of the weights that do.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features of the weights that move'),
    Lambda: commutingWith('A', 'matrix learning rate of the weights that move', { scaled: true }),
    B: positiveDefinite('covariance of the features of the frozen weights'),
    f: realVector('frozen weights, from the solution'),
    Sigma: measured.covariance('stationary covariance of the weights that move'),
    Q: measured.matrix('stationary covariance of the weights that move with the momentum that brought them there'),
    L: measured.scalar('stationary mean of the loss'),
  },
  given: { curvature: 'posdef(G)', noise: 't < S' },
  where: {
    G: '2 * (1 - mu) * I - ((1 - mu) / (1 + mu) + 1 / S) * Lambda * A',
    t: 'Tr(Lambda * A * inv(G))',
    kappa: 't / (1 - t / S)',
    s2: "sigma^2 + f' * B * f",
  },
  process: recurrence({
    state: { m: vector, w: vector },
    batch: {
      size: 'S',
      sample: {
        x: gaussian({ covariance: 'A' }), z: gaussian({ covariance: 'B' }), eps: centred({ variance: 'sigma^2' }),
      },
    },
    step: [
      "loss = mean((x' * w + z' * f - eps)^2 / 2)",
      "m = mu * m + mean(x * (x' * w + z' * f - eps))",
      'w = w - Lambda * m',
    ],
  }),
  measure: { Sigma: 'Cov(w)', Q: 'Cov(w, m)', L: 'E(loss)' },

  claims: {
    covariance: 'Sigma == s2 / S * (1 + kappa / S) * Lambda * inv(G)',
    loss: 'L == (s2 + Tr(A * Sigma)) / 2',
    motion: {
      says: 'the momentum feels the curvature of the weights that move alone',
      then: 'Q == -1 / (1 + mu) * A * Sigma',
    },
    existence: 'exists(Sigma) iff posdef(G) > 0 and t < S',
    asPrinted: {
      says: 'Theorem 2, with the label noise alone',
      then: 'Sigma == sigma^2 / S * (1 + kappa / S) * Lambda * inv(G)',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    covariance: [moments()], loss: [moments()], motion: [moments()], existence: [threshold()], asPrinted: [moments()],
  },
})
