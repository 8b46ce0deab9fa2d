/**
 * One weight, five examples x_i sampled with replacement, h = mean of x^2 and q = mean of x^4: minibatch SGD is stable
 * in mean square iff
 *
 *     lambda ((1 - 1/S) h^2 + q / S) < 2 h.
 *
 * The published condition puts the mean square h^2 for q, which is right where all examples have one length, and allows
 * too large a learning rate otherwise.
 */
import {
  count, dataSet, defineTheorem, learningRate, measured, moments, recurrence, rows, scalar, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/finite-data-stability',
  title: 'Stability of minibatch SGD on a finite data set',
  source: ziyin2022.at('Theorem 6, existence, in one dimension'),
  says: 'The largest stable learning rate depends on the fourth moment of the data; '
    + 'the published one knows the second only.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    X: dataSet(5, 'features', { scalar: true }),
    y: dataSet(5, 'labels', { scalar: true }),
    W: measured.scalar('stationary mean of the weight'),
    Sigma: measured.scalar('stationary variance of the weight'),
  },
  given: { data: 'h > 0', stability: 'lambda * ((1 - 1 / S) * h^2 + q / S) < 2 * h' },
  where: {
    h: "X' * X / 5",
    q: "X' * diag(X * X') * X / 5",
    solution: "X' * y / (5 * h)",
    r: 'X * solution - y',
    G: '2 - (1 - 1 / S) * lambda * h',
  },
  process: recurrence({
    state: { w: scalar },
    batch: {
      size: 'S',
      sample: {
        x: rows({ data: 'X', replacement: true, shape: 'scalar' }),
        target: rows({ data: 'y', replacement: true, shape: 'scalar' }),
      },
    },
    step: ['w = w - lambda * mean(x * (x * w - target))'],
  }),
  measure: { W: 'E(w)', Sigma: 'Cov(w)' },

  claims: {
    minimum: 'W == solution',
    variance: "Sigma * (2 * h - lambda * ((1 - 1 / S) * h^2 + q / S)) == lambda / S * r' * diag(X * X') * r / 5",
    existence: 'exists(Sigma) iff lambda * ((1 - 1 / S) * h^2 + q / S) < 2 * h',
    asPrinted: {
      says: 'as printed, with the Hessian of the data alone',
      then: 'exists(Sigma) iff G > 0 and lambda * h / G < S',
      expected: 'refuted',
      corrected: 'existence',
    },
  },

  evidence: {
    minimum: [moments()],
    variance: [moments()],
    existence: [threshold()],
    asPrinted: [threshold()],
  },
})
