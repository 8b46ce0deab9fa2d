/**
 * Real minibatch SGD in linear regression, x ~ N(0, A), residual r = x'w - eps, loss 2 L = sigma^2 + w'A w, gradient
 * A w: the noise is taken to be the loss times the Hessian, which decouples r from x. Exactly, with B samples,
 *
 *     E r^2 x x' = 2 L A + 2 A w w'A,        C = (2 L A + A w w'A) / B,
 *
 * so that decoupling is right at the minimum alone: far away it loses half of the noise along the gradient, in every D.
 */
import {
  centred, count, defineTheorem, gaussian, learningRate, measured, moments, positive, positiveDefinite, realVector,
  recurrence, simulated, vector,
} from 'assay'
import { mori2022 } from '../sources.js'

export default defineTheorem({
  id: 'mori2022/noise-and-loss',
  title: 'Noise proportional to the loss: real minibatch SGD in linear regression',
  source: mori2022.at('Eqs. (6), (10) and (12)'),
  says: 'The noise of real minibatches is the loss times the Hessian at the minimum; '
    + 'away from it a term along the gradient is missing.',

  symbols: {
    lambda: learningRate('learning rate'),
    B: count('batch size'),
    N: count('number of training examples', { least: 2 }),
    sigma: positive('standard deviation of the label noise'),
    a: positive('curvature where it is the same in every direction'),
    s: positive('distance from the solution'),
    A: positiveDefinite('covariance of the features, the Hessian of the loss'),
    u: realVector('direction from the solution'),
    C: measured.covariance('covariance of the minibatch gradient at the weights s u'),
    S: measured.matrix('second moment of the per-sample gradient at the weights s u'),
  },
  where: {
    v: 's * u',
    L: "(sigma^2 + v' * A * v) / 2",
    slope: 'A * v',
    round: 'a * I',
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'B', sample: { x: gaussian({ covariance: 'A' }), eps: centred({ variance: 'sigma^2' }) } },
    step: [
      "g = mean(x * (x' * w - eps))",
      "squares = mean((x' * w - eps)^2 * x * x')",
      'w = w - lambda * g',
    ],
  }),
  measure: { C: 'given(Cov(g), w, v)', S: 'given(E(squares), w, v)' },

  claims: {
    noise: {
      says: 'for real minibatch SGD, at any weights',
      then: "C == (2 * L * A + slope * slope') / B",
    },
    secondMoment: {
      says: 'the product that decoupling splits into the mean of r^2 and the mean of x x\'',
      then: "S == 2 * L * A + 2 * slope * slope'",
    },
    atTheMinimum: {
      says: 'decoupling is exact where the residual does not depend on the features',
      limit: 's -> 0',
      then: 'C == 2 * L / B * A',
    },
    farAlongTheGradient: {
      says: 'half of the noise along the gradient is missed far away, whatever the dimension',
      when: 'A == round',
      limit: 's -> infinity',
      then: "slope' * C * slope == 2 * slope' * (2 * L / B * A) * slope",
    },
    farInTheTrace: {
      says: 'the whole noise is missed by 1 / D only',
      when: 'A == round',
      limit: 's -> infinity',
      then: 'Tr(C) == (1 + 1 / D) * Tr(2 * L / B * A)',
    },
    decoupling: {
      says: 'the noise as published, at any weights of real minibatch SGD',
      then: 'C == 2 * L / B * A',
      expected: 'refuted',
      corrected: 'noise',
    },
    sharedByAllExamples: {
      says: 'with a factor 1 / N too much, even at the minimum',
      limit: 's -> 0',
      then: 'C == 2 * L / (N * B) * A',
      expected: 'refuted',
      corrected: 'atTheMinimum',
    },
  },

  evidence: {
    noise: [moments(), simulated()],
    secondMoment: [moments()],
    atTheMinimum: [moments()],
    farAlongTheGradient: [moments()],
    farInTheTrace: [moments()],
    decoupling: [moments(), simulated()],
    sharedByAllExamples: [moments()],
  },
})
