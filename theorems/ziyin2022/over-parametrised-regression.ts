/**
 * More weights than examples: the residuals r of D examples with the Gram matrix K = X X' follow a chain of their own,
 *
 *     r <- r - lambda mean over the batch of K e_i e_i' r,        e_i the i-th unit vector,
 *
 * and vanish wherever they are stable in mean square. The published condition, in terms of the spectrum of K / D, is
 * exact for orthogonal examples of one length only; with other lengths each example has a boundary of its own.
 */
import {
  count, defineTheorem, learningRate, measured, moments, positive, positiveDefinite, recurrence, rows,
  threshold, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/over-parametrised-regression',
  title: 'Minibatch SGD with more weights than examples',
  source: ziyin2022.at('Theorem 6, over-parametrised'),
  says: 'Where the residuals are stable they vanish, and with them noise and fluctuation; '
    + 'the published boundary of stability is too wide.',

  symbols: {
    lambda: learningRate('learning rate'),
    S: count('batch size'),
    K: positiveDefinite('Gram matrix of the examples'),
    Z: positiveDefinite('square lengths of orthogonal examples, on its diagonal'),
    k: positive('square length of orthogonal examples'),
    R: measured.covariance('stationary second moment of the residuals'),
  },
  given: { stability: 'posdef(2 * I - lambda * load)' },
  where: {
    load: '(1 - 1 / S) * K / D + diag(K) / S',
    G: '2 * I - (1 - 1 / S) * lambda * K / D',
    t: 'Tr(lambda * K * inv(G)) / D',
  },
  process: recurrence({
    state: { r: vector },
    batch: { size: 'S', sample: { unit: rows({ data: 'I', replacement: true }) } },
    step: ["r = r - lambda * K * mean(unit * unit' * r)"],
  }),
  measure: { R: "E(r * r')" },

  claims: {
    interpolates: 'R == 0 * I',
    orthogonal: {
      says: 'orthogonal examples of any lengths',
      when: 'K == diag(Z)',
      then: 'exists(R) iff posdef(2 * I - lambda * load) > 0',
    },
    oneLength: {
      says: 'the published condition, for orthogonal examples of one length',
      when: 'K == k * I',
      then: 'exists(R) iff posdef(G) > 0 and t < S',
    },
    asPrinted: {
      says: 'and for any examples',
      then: 'exists(R) iff posdef(G) > 0 and t < S',
      expected: 'refuted',
      corrected: 'orthogonal',
    },
  },

  evidence: {
    interpolates: [moments()], orthogonal: [threshold()], oneLength: [threshold()], asPrinted: [threshold()],
  },
})
