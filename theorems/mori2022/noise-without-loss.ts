/**
 * Real minibatch SGD in linear regression with one feature x, of any law with the moments m2 = E x^2 and m4 = E x^4:
 *
 *     C = [sigma^2 m2 + w^2 (m4 - m2^2)] / B,      where decoupling says      (sigma^2 + w^2 m2) m2 / B.
 *
 * The loss sigma^2 + w^2 m2 and the noise grow together only if m4 = 2 m2^2. For features +-1 the noise does not depend
 * on the weight at all.
 */
import {
  centred, count, defineTheorem, learningRate, measured, moments, positive, rademacher, real, recurrence, scalar,
  simulated, uniform,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/noise-without-loss',
  title: 'Noise that does not follow the loss: real minibatch SGD with one feature',
  source: mori2022.at('Eqs. (6) and (10), beyond Gaussian features'),
  says: 'Whether the noise of real minibatches grows with the loss is a matter of the fourth moment of the features.',

  symbols: {
    lambda: learningRate('learning rate'),
    B: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    m2: positive('second moment of the feature'),
    m3: real('third moment of the feature'),
    m4: positive('fourth moment of the feature'),
    v: real('weight at which the noise is measured, from the solution'),
    C: measured.scalar('variance of the minibatch gradient at the weight v'),
    Csign: measured.scalar('the same with features +-1'),
    Cflat: measured.scalar('the same with features uniform on -1..1'),
  },
  given: { kurtosis: 'm4 > m2^2' },
  where: { L: '(sigma^2 + v^2 * m2) / 2' },
  process: recurrence({
    state: { w: scalar, p: scalar, q: scalar },
    batch: {
      size: 'B',
      sample: {
        x: centred({ variance: 'm2', third: 'm3', fourth: 'm4' }),
        z: rademacher,
        y: uniform({ from: '-1', to: '1' }),
        eps: centred({ variance: 'sigma^2' }),
      },
    },
    step: [
      'g = mean(x * (x * w - eps))',
      'gsign = mean(z * (z * p - eps))',
      'gflat = mean(y * (y * q - eps))',
      'w = w - lambda * g',
      'p = p - lambda * gsign',
      'q = q - lambda * gflat',
    ],
  }),
  measure: { C: 'given(Cov(g), w, v)', Csign: 'given(Cov(gsign), p, v)', Cflat: 'given(Cov(gflat), q, v)' },

  claims: {
    noise: 'C == (sigma^2 * m2 + v^2 * (m4 - m2^2)) / B',
    decoupling: {
      says: 'as published: the loss times the Hessian',
      then: 'C == 2 * L * m2 / B',
      expected: 'refuted',
      corrected: 'noise',
    },
    proportional: {
      says: 'decoupling is exact at every weight if the kurtosis of the feature is two',
      when: 'm4 == 2 * m2^2',
      then: 'C == 2 * L * m2 / B',
    },
    signs: {
      says: 'features +-1: the noise is the same at every weight',
      then: 'Csign == sigma^2 / B',
    },
    signsFollowTheLoss: {
      says: 'features +-1: noise proportional to the loss',
      then: 'Csign == (sigma^2 + v^2) / B',
      expected: 'refuted',
      corrected: 'signs',
    },
    flat: 'Cflat == (sigma^2 / 3 + 4 / 45 * v^2) / B',
  },

  evidence: {
    noise: [moments()],
    decoupling: [moments()],
    proportional: [moments()],
    signs: [moments(), simulated()],
    signsFollowTheLoss: [moments()],
    flat: [moments(), simulated()],
  },
})
