/**
 * The divergence of the stationary law N(0, Sigma) of SGD from the Bayesian posterior N(0, 1 / (N k)) is, in each
 * direction, an energy and a volume,
 *
 *     KL = (y - 1 - log y) / 2,      y = N k Sigma = N lambda c / ((1 - mu) (2 - lambda k / (1 + mu))),
 *
 * which is least, and zero, at the one learning rate at which y = 1.
 */
import {
  agrees, between, defineTheorem, identity, learningRate, measured, moments, positive, sgd, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/divergence-from-the-posterior',
  title: 'Divergence of SGD from the posterior, and the learning rate at which there is none',
  source: liu2021.at('Section 5'),
  says: 'How far the stationary law of SGD is from the posterior in one direction, and where it is the posterior.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    N: positive('inverse temperature of the posterior: the number of examples'),
    k: positive('curvature of the loss'),
    c: positive('variance of the gradient noise'),
    v: between(0.2, 3, 'any variance'),
    Sigma: measured.scalar('stationary variance of the weight'),
  },
  given: { stability: 'lambda * k < 2 * (1 + mu)' },
  where: {
    'log_density(x, s)': '-x^2 / (2 * s) - log(2 * pi * s) / 2',
    'y(x)': 'N * x * c / ((1 - mu) * (2 - x * k / (1 + mu)))',
    'KL(x)': '(y(x) - 1 - log(y(x))) / 2',
    best: '2 * (1 - mu) / (N * c + (1 - mu) / (1 + mu) * k)',
  },
  process: sgd({ hessian: 'k * I', noise: 'c * I', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: "E(w' * w / D)" },

  claims: {
    gaussian: {
      says: 'the divergence of two normal laws, by its definition',
      then: 'integral(x, -infinity, infinity, exp(log_density(x, v)) '
        + `* (log_density(x, v) - log_density(x, 1 / (N * k))))
        == (N * k * v - 1 - log(N * k * v)) / 2`,
    },
    relative: 'N * k * Sigma == y(lambda)',
    best: {
      says: 'there is no divergence at the best learning rate',
      when: 'lambda == best',
      then: 'Sigma == 1 / (N * k)',
    },
    stationary: {
      when: 'lambda == best',
      then: 'diff(KL(lambda), lambda) == 0',
    },
    minimum: {
      says: 'the second derivative there is positive',
      when: 'lambda == best',
      then: 'lambda^2 * diff(diff(KL(lambda), lambda), lambda) == 2 / (2 - lambda * k / (1 + mu))^2',
    },
    onlyMinimum: {
      says: 'and the slope has its sign everywhere else',
      then: 'lambda * diff(KL(lambda), lambda) == 2 * (lambda / best - 1) / (2 - lambda * k / (1 + mu))^2',
    },
    withoutCurvature: {
      says: 'the optimum of continuous time forgets the curvature',
      when: 'lambda == 2 * (1 - mu) / (N * c)',
      then: 'Sigma == 1 / (N * k)',
      expected: 'refuted',
      corrected: 'best',
    },
  },

  evidence: {
    gaussian: [agrees()],
    relative: [moments({ dimensions: [1] })],
    best: [moments({ dimensions: [1] }), simulated({ precision: 0.05, dimension: 1 })],
    stationary: [identity()],
    minimum: [identity()],
    onlyMinimum: [identity()],
    withoutCurvature: [moments({ dimensions: [1] })],
  },
})
