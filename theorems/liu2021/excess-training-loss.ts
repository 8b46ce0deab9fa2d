/**
 * The training loss that SGD leaves above a minimum needs no assumption on the noise: whether or not K and C commute,
 *
 *     E w'Kw / 2 = lambda / (2 (1 - mu)) Tr[ inv(2 - lambda K / (1 + mu)) C ],
 *
 * and likewise for every quadratic form w'Fw with an F that commutes with K.
 */
import {
  between, commutingWith, defineTheorem, learningRate, measured, moments, positiveDefinite, sgd, simulated,
} from 'assay'
import { liu2021 } from '../sources.js'

export default defineTheorem({
  id: 'liu2021/excess-training-loss',
  title: 'Training loss above the minimum',
  source: liu2021.at('Theorem 4'),
  says: 'The mean of the training loss at stationarity, exactly, with its variance, for every covariance of the noise.',

  symbols: {
    lambda: learningRate('learning rate'),
    mu: between(0, 1, 'momentum'),
    K: positiveDefinite('Hessian of the loss at the minimum'),
    C: positiveDefinite('covariance of the gradient noise'),
    F: commutingWith('K', 'any quadratic form in the eigendirections of K', { signed: true }),
    loss: measured.scalar('mean training loss above the minimum'),
    spread: measured.scalar('variance of the training loss'),
    Sigma: measured.covariance('stationary covariance of the weights'),
  },
  given: { stability: 'posdef(2 * (1 + mu) * I - lambda * K)' },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { loss: "E(w' * K * w / 2)", spread: "Cov(w' * K * w / 2)", Sigma: 'Cov(w)' },

  claims: {
    loss: 'loss == lambda / (2 * (1 - mu)) * Tr(inv(2 * I - lambda / (1 + mu) * K) * C)',
    form: 'Tr(F * Sigma) == lambda / (1 - mu) * Tr(F * inv(K * (2 * I - lambda / (1 + mu) * K)) * C)',
    distance: {
      says: 'the mean squared distance from the minimum',
      then: 'Tr(Sigma) == lambda / (1 - mu) * Tr(inv(K * (2 * I - lambda / (1 + mu) * K)) * C)',
    },
    spread: {
      says: 'the loss fluctuates, here with Gaussian noise',
      then: 'spread == Tr(K * Sigma * K * Sigma) / 2',
    },
    averaged: {
      says: 'the noise cannot be replaced by its average over the directions',
      then: 'loss == lambda / (2 * (1 - mu)) * Tr(inv(2 * I - lambda / (1 + mu) * K)) * Tr(C) / D',
      expected: 'refuted',
      corrected: 'loss',
    },
    continuousTime: {
      says: 'continuous time drops the curvature',
      limit: 'lambda -> 0',
      then: 'loss == lambda / (4 * (1 - mu)) * Tr(C)',
    },
    continuousTimeFinite: {
      then: 'loss == lambda / (4 * (1 - mu)) * Tr(C)',
      expected: 'refuted',
      corrected: 'loss',
    },
  },

  evidence: {
    loss: [moments(), simulated({ precision: 0.05 })],
    form: [moments()],
    distance: [moments()],
    spread: [moments({ dimensions: [1, 2] })],
    averaged: [moments()],
    continuousTime: [moments()],
    continuousTimeFinite: [moments()],
  },
})
