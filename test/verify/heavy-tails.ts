/**
 * Traps for sampling: minibatch SGD on linear regression in one dimension, where the noise grows with the weight. At
 * batch size 1 the variance exists for theta = lambda a < 2/3, the fourth moment for theta < 0.3835 only
 * (Ziyin et al. 2022).
 */
import {
  between, centred, defineTheorem, gaussian, measured, positive, recurrence, scalar, simulated, work,
} from '../../src/index.js'
import type { Theorem } from '../../src/index.js'

const source = work({
  key: 'traps', authors: ['nobody'], title: 'Traps', venue: 'nowhere', year: 2026, url: 'https://example.org',
}).at('page 1')

/** Batch size one, features of variance 1, theta between two bounds: Var w = theta sigma^2 / (2 - 3 theta). */
export const minibatchOfOne = (least: string, most: string, factor = '1'): Theorem => defineTheorem({
  id: 'traps/minibatch-of-one', title: 'One example at a time', source,
  symbols: { theta: between(Number(least), Number(most), 'learning rate'), s: positive('label noise'),
    v: measured.scalar('variance') },
  process: recurrence({
    state: { w: scalar },
    noise: { x: gaussian({ variance: '1' }), eps: centred({ variance: 's^2', fourth: '3 * s^4' }) },
    step: ['w = w - theta * x * (x * w - eps)'],
  }),
  measure: { v: 'Cov(w)' },
  claims: { variance: `v == ${factor} * theta * s^2 / (2 - 3 * theta)` as 'v == theta' },
  evidence: { variance: [simulated({ dimension: 1, precision: 0.2 })] },
})

/**
 * Ridge regression with ten examples a step and negative weight decay, near the edge of stability: E v^2 about zero.
 */
export const ridge = (lambda: string, factor = '1'): Theorem => defineTheorem({
  id: 'traps/ridge', title: 'Negative weight decay', source,
  symbols: {
    decay: between(-0.5, -0.2, 'weight decay'), T: measured.scalar('mean square of the weight from the solution'),
  },
  process: recurrence({
    state: { w: scalar }, batch: { size: '10', sample: { x: gaussian({ variance: '1' }) } },
    step: [`w = w - ${lambda} * (mean(x * x * (w - 1)) + decay * w)` as 'w = w - decay'],
  }),
  where: { k: '1 + decay', t: '(decay / k)^2' },
  measure: { T: 'Cov(w)' },
  claims: {
    loss: `T == ${factor} * ${lambda} * t * 2 / 10 / (k * 2 - ${lambda} * k^2 - ${lambda} * 2 / 10)` as 'T == t / k',
  },
  evidence: { loss: [simulated({ dimension: 1, precision: 0.2 })] },
})
