/**
 * One step of minibatch SGD with momentum from any weights v and momentum n: with the mean gradient A v and its noise C
 * of Lemma 1,
 *
 *     m <- mu n + A v + noise,    w <- v - Lambda m,        E ww' = vbar vbar' + Lambda C Lambda,    and so on.
 *
 * The map is linear in (v v', v n', n n'), so by iteration it gives all second moments at all times, from any start.
 */
import {
  between, centred, count, defineTheorem, gaussian, measured, moments, positive, positiveDefinite, realVector,
  recurrence,
  simulated, symmetric, vector,
} from 'assay'
import { ziyin2022 } from '../sources.js'

export default defineTheorem({
  id: 'ziyin2022/transient-moments',
  title: 'Second moments of weights and momentum before stationarity',
  source: ziyin2022.at('Theorems 2 and 3, on the way to stationarity'),
  says: 'From every start the joint second moments of weights and momentum follow one linear map, '
    + 'which needs no other moment.',

  symbols: {
    mu: between(0, 1, 'momentum'),
    S: count('batch size'),
    sigma: positive('standard deviation of the label noise'),
    A: positiveDefinite('covariance of the features'),
    Lambda: symmetric('matrix learning rate'),
    v: realVector('weights before the step, from the solution'),
    n: realVector('momentum before the step'),
    W: measured.covariance('second moment of the weights after the step'),
    M: measured.covariance('second moment of the momentum after the step'),
    Q: measured.matrix('second moment of weights and momentum after the step'),
    C: measured.covariance('covariance of the weights after the step'),
  },
  where: {
    noise: "(A * v * v' * A + (v' * A * v) * A + sigma^2 * A) / S",
    drift: 'mu * n + A * v',
    place: 'v - Lambda * drift',
  },
  process: recurrence({
    state: { m: vector, w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: centred({ variance: 'sigma^2' }) } },
    step: ["m = mu * m + mean(x * (x' * w - eps))", 'w = w - Lambda * m'],
  }),
  measure: {
    W: "given(E(w * w'), w, v, m, n)", M: "given(E(m * m'), w, v, m, n)", Q: "given(E(w * m'), w, v, m, n)",
    C: 'given(Cov(w), w, v, m, n)',
  },

  claims: {
    weights: "W == place * place' + Lambda * noise * Lambda",
    momentum: "M == drift * drift' + noise",
    joint: "Q == place * drift' - Lambda * noise",
    covariance: {
      says: 'the spread of the weights is that of the noise at the weights before, and knows nothing of the momentum',
      then: 'C == Lambda * noise * Lambda',
    },
    balance: {
      says: 'what holds at every time: the momentum moves the weights',
      then: "W == (v - Lambda * drift) * v' + v * (v - Lambda * drift)' - v * v' + Lambda * M * Lambda",
    },
    stationaryNoise: {
      says: 'the noise of the solution, at weights that are away from it',
      then: 'C == sigma^2 / S * Lambda * A * Lambda',
      expected: 'refuted',
      corrected: 'covariance',
    },
  },

  evidence: {
    weights: [moments(), simulated({ precision: 0.05 })],
    momentum: [moments()],
    joint: [moments()],
    covariance: [moments()],
    balance: [moments()],
    stationaryNoise: [moments()],
  },
})
