/**
 * The noise of a minibatch gradient on a finite data set, S different rows: with the gradients
 * g_i = x_i (x_i'v - y_i) of the N examples,      C = (N - S) / (N - 1) / S [ (1/N) sum g_i g_i' - grad grad' ].
 */
import {
  count, dataSet, defineTheorem, measured, moments, positive, realVector, recurrence, rows, simulated, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/sampling-without-replacement',
  title: 'Minibatch noise on finite data, sampled without replacement',
  source: ziyin2022.at('Proposition 1'),

  symbols: {
    lambda: positive('learning rate'),
    S: count('batch size'),
    X: dataSet(5, 'features, one example per row'),
    y: dataSet(5, 'labels', { scalar: true }),
    v: realVector('weights at which the noise is measured'),
    C: measured.covariance('covariance of the minibatch gradient at the weights v'),
  },
  given: { batch: 'S < 5' },
  where: {
    r: 'X * v - y',
    gradient: "X' * r / 5",
  },
  process: recurrence({
    state: { w: vector },
    batch: {
      size: 'S',
      sample: {
        x: rows({ data: 'X', replacement: false }), t: rows({ data: 'y', replacement: false, shape: 'scalar' }),
      },
    },
    step: ["g = mean(x * (x' * w - t))", 'w = w - lambda * g'],
  }),
  measure: { C: 'given(Cov(g), w, v)' },

  claims: {
    noise: "C == (5 - S) / 4 * (X' * diag(r * r') * X / 5 - gradient * gradient') / S",
    withReplacement: {
      says: 'the formula for sampling with replacement overstates the noise by (N - 1) / (N - S)',
      then: "C == (X' * diag(r * r') * X / 5 - gradient * gradient') / S",
      expected: 'refuted',
      corrected: 'noise',
    },
  },

  evidence: { noise: [moments(), simulated()], withReplacement: [moments(), simulated()] },
})
