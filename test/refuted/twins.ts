/**
 * True theorems, small enough to be decided in a blink; the modules of this folder plant one misprint in a copy of one.
 */
import {
  agrees, algorithm, between, centred, count, dataSet, defineTheorem, diffusion, follows, gaussian, identity, index,
  law, learningRate, limit, measured,
  minibatchRegression, moments, plainSgd, positive, positiveDefinite, realVector, recurrence, rows, scalar, sgd,
  simulated, threshold, vector, work,
} from '../../src/index.js'

const source = work({
  key: 'small', authors: ['nobody'], title: 'Small theorems', venue: 'nowhere', year: 2026, url: 'https://example.org',
}).at('page 1')

/** x <- x - lambda (k x + eta), by simulation alone. */
export const oneWeight = defineTheorem({
  id: 'small/one-weight', title: 'One weight', source,
  symbols: {
    lambda: learningRate('learning rate'), k: positive('curvature'), c: positive('noise'),
    v: measured.scalar('variance'),
  },
  given: { stability: 'lambda * k < 2' },
  process: recurrence({
    state: { x: scalar }, noise: { eta: gaussian({ variance: 'c' }) }, step: ['g = k * x + eta', 'x = x - lambda * g'],
  }),
  measure: { v: 'Cov(x)' },
  claims: { variance: 'v == lambda * c / (k * (2 - lambda * k))' },
  evidence: { variance: [simulated({ dimension: 1, precision: 0.1, reach: 0.45 })] },
})

/** The law of one weight that forgets in one step, by simulation alone. */
export const lawOfOneStep = defineTheorem({
  id: 'small/law-of-one-step', title: 'Law of a weight that forgets at once', source,
  symbols: {
    lambda: learningRate('learning rate'), k: positive('curvature'), c: positive('noise'), W: measured.law('law'),
  },
  given: { forgets: 'lambda == 1 / k' },
  process: recurrence({
    state: { x: scalar }, noise: { eta: gaussian({ variance: 'c' }) }, step: ['x = x - lambda * (k * x + eta)'],
  }),
  measure: { W: 'Law(x)' },
  claims: { law: 'W == normal(lambda^2 * c)' },
  evidence: { law: [simulated({ dimension: 1, precision: 0.1 })] },
})

/** Heavy-ball momentum with one weight: the three second moments, by simulation alone. */
export const momentumByHand = defineTheorem({
  id: 'small/momentum-by-hand', title: 'Momentum, one weight', source,
  symbols: {
    lambda: learningRate('learning rate'), mu: between(0, 1, 'momentum'), k: positive('curvature'),
    c: positive('noise'),
    v: measured.scalar('variance of the weight'), g: measured.scalar('covariance of weight and momentum'),
  },
  given: { stability: 'lambda * k < 2 * (1 + mu)' },
  process: recurrence({
    state: { m: scalar, x: scalar }, noise: { eta: gaussian({ variance: 'c' }) },
    step: ['m = mu * m + k * x + eta', 'x = x - lambda * m'],
  }),
  measure: { v: 'Cov(x)', g: 'Cov(x, m)' },
  claims: {
    variance: 'v == lambda * c / (k * (1 - mu) * (2 - lambda / (1 + mu) * k))',
    cross: 'g == -k * v / (1 + mu)',
  },
  evidence: {
    variance: [simulated({ dimension: 1, precision: 0.1, reach: 0.45 })],
    cross: [simulated({ dimension: 1, precision: 0.2, reach: 0.45 })],
  },
})

/** Plain SGD in every dimension: balance, closed form, threshold, law and limit, by algebra alone. */
export const plain = defineTheorem({
  id: 'small/plain', title: 'Plain SGD', source,
  symbols: {
    lambda: learningRate('learning rate'), K: positiveDefinite('Hessian'), C: positiveDefinite('noise covariance'),
    Sigma: measured.covariance('covariance'), Past: measured.matrix('covariance with the step before'),
    W: measured.law('law'),
    i: index('row'), j: index('column'),
  },
  given: { stability: 'posdef(2 * I - lambda * K)' },
  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),
  measure: { Sigma: 'Cov(w)', Past: "E(w * prev(w)')", W: 'Law(w)' },
  claims: {
    balance: 'K * Sigma + Sigma * K - lambda * K * Sigma * K == lambda * C',
    closedForm: { when: 'K * C == C * K', then: 'Sigma == lambda * C * inv(K * (2 * I - lambda * K))' },
    lag: 'Past == (I - lambda * K) * Sigma',
    stability: 'exists(Sigma) iff posdef(2 * I - lambda * K) > 0',
    gaussian: 'W == normal(Sigma)',
    slow: { limit: 'lambda -> 0', then: 'K * Sigma + Sigma * K == lambda * C' },
    entrywise: {
      when: 'K == diag(K)',
      then: 'entry(Sigma, i, j) '
        + '== lambda * entry(C, i, j) / (entry(K, i, i) + entry(K, j, j) - lambda * entry(K, i, i) * entry(K, j, j))',
    },
  },
  evidence: {
    balance: [moments({ dimensions: [1, 2] })],
    closedForm: [follows('balance')],
    lag: [moments({ dimensions: [1, 2] })],
    stability: [threshold()],
    gaussian: [law()],
    slow: [moments({ dimensions: [1, 2] })],
    entrywise: [moments({ dimensions: [2] })],
  },
})

/** Momentum in every dimension, reduced to plain SGD. */
export const heavyBall = defineTheorem({
  id: 'small/heavy-ball', title: 'Momentum', source,
  symbols: {
    lambda: learningRate('learning rate'), mu: between(0, 1, 'momentum'), K: positiveDefinite('Hessian'),
    C: positiveDefinite('noise covariance'), Sigma: measured.covariance('covariance'),
  },
  given: { stability: 'lambda * norm(K) < 2 * (1 + mu)' },
  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),
  measure: { Sigma: 'Cov(w)' },
  claims: {
    closedForm: {
      when: 'K * C == C * K', then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
    },
    reduction: {
      when: 'K * C == C * K', then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 + mu) * K))',
    },
  },
  evidence: {
    closedForm: [moments({ dimensions: [1, 2] })],
    reduction: [limit({ mu: 0 }, plain, 'closedForm')],
  },
})

/** Minibatch SGD on linear regression: noise that grows with the state. */
export const regression = defineTheorem({
  id: 'small/regression', title: 'Minibatch regression, one weight', source,
  symbols: {
    lambda: learningRate('learning rate'), S: count('batch size'), A: positiveDefinite('features'),
    sigma: positive('label noise'), Sigma: measured.covariance('covariance'),
  },
  given: { stability: 'posdef(2 * I - lambda * (1 + 1 / S) * A)',
    trace: 'Tr(lambda * A * inv(2 * I - lambda * (1 + 1 / S) * A)) < S' },
  process: minibatchRegression({
    features: 'A', labelNoise: 'sigma^2', batch: 'S', learningRate: 'lambda', momentum: '0',
  }),
  measure: { Sigma: 'Cov(w)' },
  claims: {
    balance: `A * Sigma + Sigma * A - lambda * A * Sigma * A
      == lambda / S * (A * Sigma * A + Tr(A * Sigma) * A + sigma^2 * A)`,
  },
  evidence: { balance: [moments({ dimensions: [1, 2] })] },
})

/** The noise of a minibatch gradient at given weights, by single steps from there. */
export const gradientNoise = defineTheorem({
  id: 'small/gradient-noise', title: 'Noise of a minibatch gradient', source,
  symbols: {
    lambda: positive('learning rate'), S: count('batch size'), sigma: positive('label noise'),
    A: positiveDefinite('features'), v: realVector('weights'), N: measured.covariance('covariance of the gradient'),
  },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: centred({ variance: 'sigma^2' }) } },
    step: ["g = mean(x * (x' * w - eps))", 'w = w - lambda * g'],
  }),
  measure: { N: 'given(Cov(g), w, v)' },
  claims: { noise: "N == (A * v * v' * A + (v' * A * v) * A + sigma^2 * A) / S" },
  evidence: { noise: [simulated({ dimension: 1, precision: 0.1 })] },
})

/** The same for a data set of three examples, without replacement. */
export const finiteData = defineTheorem({
  id: 'small/finite-data', title: 'Noise on finite data', source,
  symbols: {
    lambda: positive('learning rate'), S: count('batch size'), X: dataSet(3, 'features'),
    y: dataSet(3, 'labels', { scalar: true }),
    v: realVector('weights'), N: measured.covariance('covariance of the gradient'),
  },
  given: { batch: 'S < 3' },
  where: { r: 'X * v - y', gradient: "X' * r / 3" },
  process: recurrence({
    state: { w: vector },
    batch: {
      size: 'S',
      sample: {
        x: rows({ data: 'X', replacement: false }), t: rows({ data: 'y', replacement: false, shape: 'scalar' }),
      },
    },
    step: ["g = mean(x * (x' * w - t))", 'w = w - lambda * g'],
  }),
  measure: { N: 'given(Cov(g), w, v)' },
  claims: { noise: "N == (3 - S) / 2 * (X' * diag(r * r') * X / 3 - gradient * gradient') / S" },
  evidence: { noise: [moments({ dimensions: [1, 2] })] },
})

/** An equation in continuous time: what its generator and its current do. */
export const doubleWell = defineTheorem({
  id: 'small/double-well', title: 'A double well', source,
  symbols: {
    T: between(0.3, 0.6, 'temperature'), V: between(0.5, 1, 'height of the barrier'),
    M: measured.scalar('mean passage time over the barrier'),
  },
  where: { 'U(x)': 'V * (x^2 - 1)^2', 'P(x)': 'exp(-U(x) / T)' },
  process: diffusion({ state: { x: scalar }, drift: '-diff(U(x), x)', diffusion: 'sqrt(2 * T)' }),
  measure: { M: 'passage(x, -1, 1)' },
  claims: {
    stationary: 'current(P(x)) == 0',
    passage: 'M == (1 / T) * integral(y, -1, 1, exp(U(y) / T) * integral(z, -infinity, y, exp(-U(z) / T)))',
  },
  evidence: { stationary: [identity()], passage: [agrees()] },
})

/** Heavy-ball momentum in plain TypeScript: equal in law to the text, by simulation alone. */
export const momentumInTypeScript = defineTheorem({
  id: 'small/momentum-in-typescript', title: 'Momentum, one weight, in plain TypeScript', source,
  symbols: {
    lambda: between(0.5, 1, 'learning rate'), mu: between(0, 0.5, 'momentum'), k: between(0.5, 1.5, 'curvature'),
    c: positive('noise'),
    v: measured.scalar('variance of the weight'), g: measured.scalar('covariance of weight and momentum'),
  },
  process: algorithm({
    state: { m: scalar, x: scalar },
    parameters: { lambda: scalar, mu: scalar, k: scalar, c: scalar },
    step(state, { lambda, mu, k, c }, random) {
      state.m = mu * state.m + k * state.x + Math.sqrt(c) * random.normal()
      state.x -= lambda * state.m
    },
    burnIn: () => 16,
  }),
  measure: { v: 'Cov(x)', g: 'Cov(x, m)' },
  claims: {
    variance: 'v == lambda * c / (k * (1 - mu) * (2 - lambda / (1 + mu) * k))',
    cross: 'g == -k * v / (1 + mu)',
  },
  evidence: {
    variance: [simulated({ dimension: 1, precision: 0.2 })],
    cross: [simulated({ dimension: 1, precision: 0.2 })],
  },
})
