/**
 * Real minibatch SGD with one example per step in linear regression with one feature, w <- (1 - eta x^2) w + eta x eps,
 * x and eps normal. Moments of order k exist while E |1 - eta x^2|^k < 1 (Kesten 1973), so that first passages to a
 * loss c times the smallest one take a time of order c^(k/2) at the boundary k. The Student law of the SDE has
 * k / 2 = 1 / eta + 1 / 2 and an excess kurtosis of first order in the learning rate; the true one is of third order.
 */
import {
  agrees, defineTheorem, gaussian, learningRate, measured, moments, positive, recurrence, scalar, standardNormal,
  threshold,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/tails-of-real-minibatches',
  title: 'Tail of real minibatch SGD in linear regression',
  source: mori2022.at('Eq. (18), for real minibatches'),
  says: 'The SDE predicts the wrong power of the loss for real minibatches, and a kurtosis that they do not have.',

  symbols: {
    eta: learningRate('learning rate'),
    sigma: positive('standard deviation of the label noise'),
    Sigma: measured.scalar('stationary variance of the weight'),
    F: measured.scalar('stationary fourth moment of the weight'),
  },
  where: {
    order: 'root(n, 1, 2 / eta, 2 * integral(x, 0, infinity, exp(n * log(abs(1 - eta * x^2)) - x^2 / 2) '
      + '/ sqrt(2 * pi)) - 1)',
    student: '6 * eta / (2 - 3 * eta)',
  },
  process: recurrence({
    state: { w: scalar },
    noise: { x: standardNormal, eps: gaussian({ variance: 'sigma^2' }) },
    step: ['w = w - eta * x * (x * w - eps)'],
  }),
  measure: { Sigma: 'E(w^2)', F: 'E(w^4)' },

  claims: {
    variance: {
      when: '3 * eta < 2',
      then: 'Sigma == eta * sigma^2 / (2 - 3 * eta)',
    },
    varianceExists: 'exists(Sigma) iff 3 * eta < 2',
    kurtosis: {
      when: '105 * eta^3 + 18 * eta < 4 + 60 * eta^2',
      then: 'F / Sigma^2 - 3 == 126 * eta^3 / (4 - 18 * eta + 60 * eta^2 - 105 * eta^3)',
    },
    kurtosisExists: {
      says: 'E (1 - eta x^2)^4 < 1',
      then: 'exists(F) iff 3 * eta * (6 - 5 * eta * (4 - 7 * eta)) < 4',
    },
    studentKurtosis: {
      says: 'the excess kurtosis of the SDE with loss-proportional noise',
      when: '105 * eta^3 + 18 * eta < 4 + 60 * eta^2',
      then: 'F / Sigma^2 - 3 == student',
      expected: 'refuted',
      corrected: 'kurtosis',
    },
    studentMoments: {
      says: 'where the fourth moment of the SDE exists',
      then: 'exists(F) iff 3 * eta < 2',
      expected: 'refuted',
      corrected: 'kurtosisExists',
    },
    publishedExponent: {
      says: 'the power 1 / T + 1 - n / 2 of the SDE in one dimension',
      when: 'eta < 1 / 4',
      then: 'order / 2 == 1 / eta + 1 - 1 / 2',
      expected: 'refuted',
      corrected: 'kurtosisExists',
    },
  },

  evidence: {
    variance: [moments()],
    varianceExists: [threshold()],
    kurtosis: [moments()],
    kurtosisExists: [threshold()],
    studentKurtosis: [moments()],
    studentMoments: [threshold()],
    publishedExponent: [agrees()],
  },
})
