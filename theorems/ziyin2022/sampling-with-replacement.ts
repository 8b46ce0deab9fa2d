/**
 * The noise of a minibatch gradient on a finite data set, S rows drawn with replacement: with the gradients
 * g_i = x_i (x_i'v - y_i) of the N examples,      C = (1/S) [ (1/N) sum g_i g_i' - grad grad' ],     for every N and S.
 */
import {
  count, dataSet, defineTheorem, measured, moments, positive, realVector, recurrence, rows, simulated, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/sampling-with-replacement',
  title: 'Minibatch noise on finite data, sampled with replacement',
  source: ziyin2022.at('Proposition 1'),

  symbols: {
    lambda: positive('learning rate'),
    S: count('batch size'),
    X: dataSet(5, 'features, one example per row'),
    y: dataSet(5, 'labels', { scalar: true }),
    v: realVector('weights at which the noise is measured'),
    C: measured.covariance('covariance of the minibatch gradient at the weights v'),
  },
  where: {
    r: 'X * v - y',
    gradient: "X' * r / 5",
  },
  process: recurrence({
    state: { w: vector },
    batch: {
      size: 'S',
      sample: { x: rows({ data: 'X', replacement: true }), t: rows({ data: 'y', replacement: true, shape: 'scalar' }) },
    },
    step: ["g = mean(x * (x' * w - t))", 'w = w - lambda * g'],
  }),
  measure: { C: 'given(Cov(g), w, v)' },

  claims: {
    noise: "C == (X' * diag(r * r') * X / 5 - gradient * gradient') / S",
    centredAtZero: {
      says: 'leaving out the mean gradient is right at the minimum only',
      then: "C == X' * diag(r * r') * X / 5 / S",
      expected: 'refuted',
      corrected: 'noise',
    },
  },

  evidence: { noise: [moments(), simulated()], centredAtZero: [moments(), simulated()] },
})
