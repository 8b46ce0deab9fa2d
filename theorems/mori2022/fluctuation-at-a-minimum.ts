/**
 * The SDE with noise proportional to the loss and to the Hessian, at a quadratic minimum of any shape,
 *
 *     d theta = -H theta dt + sqrt(2 eta L / B) R dW,    R R' = H,    L = Ls + theta'H theta / 2:
 *
 * its stationary covariance is (eta / B) <L> times the identity whatever the Hessian, <L> = Ls / (1 - eta Tr(H)
 * / (2 B)). A density that is a function of L has a covariance proportional to inv(H); both hold only for a round
 * minimum.
 */
import {
  count, defineTheorem, diffusion, learningRate, measured, moments, positive, positiveDefinite, simulated, threshold,
  vector,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/fluctuation-at-a-minimum',
  title: 'Fluctuation of the SDE with loss-proportional noise at a quadratic minimum',
  source: mori2022.at('Eqs. (9) and (11)'),
  says: 'In the SDE the fluctuation is the same in every direction; the published power law of the loss is right for '
    + 'round minima only.',

  symbols: {
    eta: learningRate('learning rate'),
    B: count('batch size'),
    Ls: positive('loss at the minimum'),
    r: positive('root of the curvature of a round minimum'),
    R: positiveDefinite('root of the Hessian'),
    Sigma: measured.covariance('stationary covariance of the weights'),
    l: measured.scalar('stationary mean of the loss'),
    l2: measured.scalar('stationary mean square of the loss'),
  },
  given: { stability: 'eta * Tr(H) < 2 * B' },
  where: {
    H: 'R * R',
    'L(x)': "Ls + x' * H * x / 2",
    T: 'eta * r^2 / B',
    phi: '1 + 1 / T',
    round: 'r * I',
  },
  process: diffusion({ state: { theta: vector }, drift: '-H * theta', diffusion: 'sqrt(2 * eta / B * L(theta)) * R' }),
  measure: { Sigma: 'Cov(theta)', l: 'E(L(theta))', l2: 'E(L(theta)^2)' },

  claims: {
    covariance: {
      says: 'the same in every direction, whatever the shape of the minimum',
      then: 'Sigma == eta / B * Ls / (1 - eta / (2 * B) * Tr(H)) * I',
    },
    balance: 'Sigma == eta / B * l * I',
    loss: 'l == Ls / (1 - eta / (2 * B) * Tr(H))',
    existence: {
      says: 'the variance is finite only below a learning rate, or a dimension',
      then: 'exists(Sigma) iff eta * Tr(H) < 2 * B',
    },
    powerLaw: {
      says: 'as published: a power of the loss, or any function of it, has equal parts of the loss in every direction',
      then: 'Sigma * H == Tr(Sigma * H) / D * I',
      expected: 'refuted',
      corrected: 'covariance',
    },
    roundish: {
      says: 'no long valley: curvatures within a factor of six of one another, where the equation can be run in steps',
      when: 'D * Tr(H * H) < 3 / 2 * Tr(H)^2',
      then: 'Sigma == eta / B * Ls / (1 - eta / (2 * B) * Tr(H)) * I',
    },
    roundishBalance: {
      says: 'the same, by the mean of the loss there',
      when: 'D * Tr(H * H) < 3 / 2 * Tr(H)^2',
      then: 'Sigma == eta / B * l * I',
    },
    roundishPowerLaw: {
      says: 'even there the power law is not seen',
      when: 'D * Tr(H * H) < 3 / 2 * Tr(H)^2',
      then: 'Sigma * H == Tr(Sigma * H) / D * I',
      expected: 'refuted',
      corrected: 'roundish',
    },
    roundPowerLaw: {
      says: 'a round minimum: the covariance of the power law L^-phi',
      when: 'R == round',
      then: 'Sigma == 2 * Ls / r^2 / (2 * phi - 2 - D) * I',
    },
    roundSquare: {
      says: 'a round minimum: Ls / L has the law Beta(phi - D / 2, D / 2), here by its second inverse moment',
      when: 'R == round and (2 + D) * T < 2',
      then: 'l2 / Ls^2 == (phi - 1) * (phi - 2) / ((phi - D / 2 - 1) * (phi - D / 2 - 2))',
    },
    roundExistence: {
      says: 'the mean loss of a round minimum is finite below the dimension 2 / T, '
        + 'two less than the dimension of instability',
      when: 'R == round',
      then: 'exists(Sigma) iff D < 2 / T',
    },
    dimensionOfInstability: {
      says: 'the dimension n_c = 2 (1 + 1 / T) at which the law ceases to exist, taken for that of its variance',
      when: 'R == round',
      then: 'exists(Sigma) iff D < 2 * phi',
      expected: 'refuted',
      corrected: 'roundExistence',
    },
  },

  evidence: {
    covariance: [moments()],
    balance: [moments()],
    loss: [moments()],
    existence: [threshold()],
    powerLaw: [moments()],
    roundish: [moments(), simulated({ dimension: 2, precision: 0.15, reach: 0.25 })],
    roundishBalance: [moments(), simulated({ dimension: 2, precision: 0.15, reach: 0.25 })],
    roundishPowerLaw: [moments(), simulated({ dimension: 2, precision: 0.15, reach: 0.25 })],
    roundPowerLaw: [moments()],
    roundSquare: [moments({ dimensions: [1, 2, 3] })],
    roundExistence: [threshold()],
    dimensionOfInstability: [threshold()],
  },
})
