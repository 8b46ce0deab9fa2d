/**
 * A preconditioner that follows the fluctuation x of the present ensemble instead of a frozen one makes a map x -> F(x)
 * of a step, whose fixed point is the self-consistent fluctuation; without momentum, in one direction, its slope
 * there is
 *
 *     F' = 1 - 4 S / (S + 1)  (natural gradient),      F' = (1 - S) / (1 + S)  (idealised Adam),
 *
 * so that natural gradient descent leaves its own fixed point for S > 1, and Adam returns to it.
 */
import {
  count, defineTheorem, gaussian, identity, measured, moments, pointwise, positive, recurrence, scalar, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/preconditioner-attractor',
  title: 'Self-consistent fluctuations that attract and that repel',
  source: liu2021.at('Section 6.2'),
  says: 'A self-consistent preconditioner need not be one that the algorithm finds.',

  symbols: {
    lambda: positive('learning rate'),
    S: count('batch size'),
    k: positive('curvature of the loss'),
    a: positive('root of the present fluctuation'),
    Natural: measured.scalar('mean square of the next weight from the weight a, natural gradient'),
    Adam: measured.scalar('mean square of the next weight from the weight a, idealised Adam'),
  },
  where: {
    'F(x)': 'x * (1 - lambda / (k * x))^2 + lambda^2 / (S * k^2 * x)',
    'G(y)': 'y^2 * (1 - lambda / y)^2 + lambda^2 / S',
    natural: 'lambda / (2 * k) * (1 + 1 / S)',
    adam: 'lambda / 2 * (1 + 1 / S)',
  },
  process: recurrence({
    state: { w: scalar, v: scalar },
    noise: { eta: gaussian({ variance: 'k^2 * a^2 / S' }) },
    step: ['w = w - lambda / (k^2 * a^2) * (k * w + eta)', 'v = v - lambda / (k * a) * (k * v + eta)'],
  }),
  measure: { Natural: 'given(E(w^2), w, a, v, a)', Adam: 'given(E(v^2), w, a, v, a)' },

  claims: {
    naturalStep: 'Natural == F(a^2)',
    adamStep: 'Adam == G(a)',
    naturalFixed: 'F(natural) == natural',
    adamFixed: 'G(adam) == adam^2',
    naturalSlope: {
      when: 'a == natural',
      then: 'diff(F(a), a) == 1 - 4 * S / (S + 1)',
    },
    adamSlope: {
      says: 'in the fluctuation y^2, whose root is y',
      when: 'a == adam',
      then: 'diff(G(a), a) / (2 * a) == (1 - S) / (1 + S)',
    },
    naturalRepels: 'S > 1 implies (1 - 4 * S / (S + 1))^2 > 1',
    adamAttracts: '((1 - S) / (1 + S))^2 < 1',
  },

  evidence: {
    naturalStep: [moments({ dimensions: [1] }), simulated({ precision: 0.05, dimension: 1 })],
    adamStep: [moments({ dimensions: [1] })],
    naturalFixed: [identity()],
    adamFixed: [identity()],
    naturalSlope: [identity()],
    adamSlope: [identity()],
    naturalRepels: [pointwise({ dimensions: [1] })],
    adamAttracts: [pointwise({ dimensions: [1] })],
  },
})
