/**
 * Weights that fit every example exactly see no minibatch noise, whatever the model: with l_i >= 0 differentiable,
 *
 *     L(v) = mean of l_i(v) = 0    implies    grad l_i(v) = 0 for every i, so C(v) = 0,
 *
 * also far from the weights u that made the labels. Here the model is f(x, w) = x'w + (x'w)^2.
 */
import {
  count, dataSet, defineTheorem, learningRate, measured, moments, realVector, recurrence, rows, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/interpolation-has-no-noise',
  title: 'No minibatch noise where every example is fitted',
  source: ziyin2022.at('Proposition 2'),
  says: 'Minibatch noise vanishes at every interpolating solution of a finite data set, '
    + 'of a linear or a nonlinear model.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    X: dataSet(2, 'features, one example per row'),
    u: realVector('weights that made the labels'),
    z: realVector('any direction'),
    L: measured.scalar('loss at the interpolating weights v'),
    C: measured.covariance('covariance of the minibatch gradient at the weights v'),
  },
  where: { v: "u + z - X' * inv(X * X') * X * z" },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: rows({ data: 'X', replacement: true }) } },
    step: [
      "loss = mean((x' * w + (x' * w)^2 - x' * u - (x' * u)^2)^2 / 2)",
      "g = mean(x * (1 + 2 * x' * w) * (x' * w + (x' * w)^2 - x' * u - (x' * u)^2))",
      'w = w - lambda * g',
    ],
  }),
  measure: { L: 'given(E(loss), w, v)', C: 'given(Cov(g), w, v)' },

  claims: {
    interpolates: 'L == 0',
    noNoise: 'C == 0 * I',
  },

  evidence: {
    interpolates: [moments({ dimensions: [3] })],
    noNoise: [moments({ dimensions: [3] })],
  },
})
