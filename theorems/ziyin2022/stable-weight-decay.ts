/**
 * One weight, no label noise, weight decay gamma, k = a + gamma, theta = lambda a: minibatch SGD is stable iff
 *
 *     lambda (k^2 + 2 a^2 / S) < 2 k,
 *     and the test loss is smallest, zero, without decay wherever that is stable.
 */
import {
  count, defineTheorem, gaussian, learningRate, measured, moments, positive, real, recurrence, scalar, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/stable-weight-decay',
  title: 'Stability of minibatch SGD with weight decay, in one dimension',
  source: ziyin2022.at('Theorem 4 in one dimension'),
  says: 'The learning rates and weight decays at which the test loss is finite, and the test loss there.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    a: positive('variance of the feature'),
    gamma0: real('weight decay'),
    u: real('weight that made the labels'),
    L: measured.scalar('stationary mean of the test loss'),
  },
  given: { stability: 'lambda * (k^2 + 2 * a^2 / S) < 2 * k' },
  where: {
    theta: 'lambda * a',
    k: 'a + gamma0',
    t: 'a * gamma0^2 * u^2 / k^2',
    q: 'a^2 / (k * (2 - lambda * (k + a^2 / (k * S))))',
  },
  process: recurrence({
    state: { w: scalar },
    batch: { size: 'S', sample: { x: gaussian({ variance: 'a' }) } },
    step: ['w = w - lambda * (mean(x * (x * w - x * u)) + gamma0 * w)'],
  }),
  measure: { L: 'E((w - u)^2) * a / 2' },

  claims: {
    testLoss: {
      says: 'zero at zero decay, which is therefore the best wherever it is stable',
      then: 'L == t / 2 * (1 + lambda * q / S) / (1 - lambda * q / S)',
    },
    stability: 'exists(L) iff lambda * (k^2 + 2 * a^2 / S) < 2 * k',
    zeroDecay: {
      when: 'gamma0 == 0',
      then: 'exists(L) iff theta * (S + 2) < 2 * S',
    },
  },

  evidence: {
    testLoss: [moments()],
    stability: [threshold()],
    zeroDecay: [threshold()],
  },
})
