/**
 * The stationary density of the Ito equation of SGD in one dimension, dw = -lambda a w dt + lambda
 * sqrt((sigma^2 a + c a^2 w^2) / S) dW,
 *
 *     p(w) ~ (sigma^2 + c a w^2)^-(1 + S / (c theta)),      tail index 1 + 2 S / (c theta),      theta = lambda a.
 *
 * The noise of linear regression has c = 2 (Lemma 1), hence the index S / theta + 1; the paper's continuous-time index
 * 2 S / theta + 1 belongs to c = 1, noise that is loss times Hessian. The discrete algorithm has another index still.
 */
import { defineTheorem, diffusion, identity, positive, real, scalar } from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/continuous-time-tails',
  title: 'Tail of the continuous-time limit of SGD',
  source: ziyin2022.at('Section 5.3, comparison with continuous time'),
  says: 'With the exact noise of linear regression the continuous-time law has a heavier tail than published.',

  symbols: {
    lambda: positive('learning rate'),
    S: positive('batch size'),
    sigma: positive('standard deviation of the label noise'),
    a: positive('variance of the feature'),
    x: real('weight'),
  },
  where: {
    theta: 'lambda * a',
    'p(y)': '(sigma^2 + 2 * a * y^2)^(-(1 + S / (2 * theta)))',
    'student(y)': '(sigma^2 + a * y^2)^(-(1 + S / theta))',
  },
  process: diffusion({
    state: { w: scalar },
    drift: '-lambda * a * w',
    diffusion: 'lambda * sqrt((sigma^2 * a + 2 * a^2 * w^2) / S)',
  }),

  claims: {
    law: {
      says: 'no current flows in the stationary law',
      then: 'current(p(w)) == 0',
    },
    asPrinted: {
      says: 'the published law, of tail index 2 S / theta + 1',
      then: 'current(student(w)) == 0',
      expected: 'refuted',
      corrected: 'law',
    },
    decay: {
      says: 'the density falls like the power 2 + S / theta of the weight, one more than the tail index',
      then: '-diff(log(p(x)), x) * x * (sigma^2 + 2 * a * x^2) == (2 + S / theta) * 2 * a * x^2',
    },
  },

  evidence: { law: [identity()], asPrinted: [identity()], decay: [identity()] },
})
