/**
 * Learning rates that are too large for zero weight decay, theta = lambda a > 2 S / (S + 2): which decays gamma = k - a
 * are stable, and so candidates for the best? With x = lambda k, those of (x - 1)^2 < 1 - 2 theta^2 / S. They are
 *
 *     negative for every batch of two or more,  x < theta,        and positive for single examples,  x > theta.
 */
import {
  between, count, defineTheorem, gaussian, measured, moments, positive, recurrence, real, scalar, threshold,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/negative-weight-decay',
  title: 'Learning rates that need negative weight decay',
  source: ziyin2022.at('Corollary 1'),
  says: 'Too large a learning rate allows only negative weight decay, unless the batch is a single example: '
    + 'then only positive.',

  symbols: {
    S: count('batch size'),
    a: positive('variance of the feature'),
    z: between(0, 1, 'learning rate above the largest one that is stable without decay'),
    x: between(0.5, 1.5, 'learning rate times curvature with decay'),
    u: real('weight that made the labels'),
    v: real('weight before a step'),
    Mean: measured.scalar('mean of the weight after that step'),
    Spread: measured.scalar('variance of the weight after that step'),
    L: measured.scalar('stationary mean of the test loss'),
  },
  where: {
    lambda: '2 * S / (S + 2) * (1 + z / 10) / a',
    decay: 'x / lambda - a',
  },
  process: recurrence({
    state: { w: scalar },
    batch: { size: 'S', sample: { x0: gaussian({ variance: 'a' }) } },
    step: ['w = w - lambda * (mean(x0 * (x0 * w - x0 * u)) + decay * w)'],
  }),
  measure: { Mean: 'given(E(w), w, v)', Spread: 'given(Cov(w), w, v)', L: 'E((w - u)^2) * a / 2' },

  claims: {
    drift: {
      says: 'the decay adds to the curvature of the loss',
      then: 'Mean == (1 - x) * v + lambda * a * u',
    },
    noise: {
      says: 'but not to its noise',
      then: 'Spread == 2 * (lambda * a)^2 / S * (v - u)^2',
    },
    stability: 'exists(L) iff (x - 1)^2 < 1 - 2 * (lambda * a)^2 / S',
    asPrinted: {
      says: 'as published: only negative decay is stable',
      then: 'exists(L) implies decay < 0',
      expected: 'refuted',
      corrected: 'batches',
    },
    batches: { when: 'S > 1', then: 'exists(L) implies decay < 0' },
    singleExamples: { when: 'S < 2', then: 'exists(L) implies decay > 0' },
  },

  evidence: {
    drift: [moments({ dimensions: [1] })],
    noise: [moments({ dimensions: [1] })],
    stability: [threshold()],
    asPrinted: [threshold()],
    batches: [threshold()],
    singleExamples: [threshold()],
  },
})
