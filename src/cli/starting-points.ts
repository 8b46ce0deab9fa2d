/** Theorems that `assay new` starts from, one for each kind of process: each is true as it stands. */
export interface StartingPoint {
  readonly title: string
  /** what the comment of the module says, one line each */
  readonly says: readonly string[]
  /** names that the module imports */
  readonly imports: readonly string[]
  /** the fields between source and claims, line by line */
  readonly body: readonly string[]
  readonly claim: string
  readonly evidence: string
}

const hessian = "    K: positiveDefinite('Hessian of the loss at the minimum'),"
const covariance = "    C: positiveDefinite('covariance of the gradient noise'),"
const rate = "    lambda: learningRate('learning rate'),"
const fluctuation = "    Sigma: measured.covariance('stationary covariance of the weights'),"

export const startingPoints = {
  sgd: {
    title: 'Stationary covariance of SGD',
    says: ['The weights of SGD near a quadratic minimum with Hessian K,', '',
      '    w <- w - lambda (K w + eta),    Cov eta = C,', '', 'fluctuate with a stationary covariance Sigma.'],
    imports: ['learningRate', 'measured', 'moments', 'plainSgd', 'positiveDefinite', 'simulated'],
    body: ['  symbols: {', rate, hessian, covariance, fluctuation, '  },',
      "  given: { stability: 'posdef(2 * I - lambda * K)' },",
      "  process: plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }),", "  measure: { Sigma: 'Cov(w)' },"],
    claim: 'K * Sigma + Sigma * K - lambda * K * Sigma * K == lambda * C',
    evidence: '[moments(), simulated()]',
  },
  momentum: {
    title: 'Stationary covariance of SGD with momentum',
    says: ['The weights of heavy-ball SGD near a quadratic minimum with Hessian K,', '',
      '    m <- mu m + K w + eta,    w <- w - lambda m,    Cov eta = C,', '',
      'fluctuate with a stationary covariance Sigma.'],
    imports: ['between', 'learningRate', 'measured', 'moments', 'positiveDefinite', 'sgd', 'simulated'],
    body: ['  symbols: {', rate, "    mu: between(0, 1, 'momentum'),", hessian, covariance, fluctuation, '  },',
      "  given: { stability: 'posdef(2 * (1 + mu) * I - lambda * K)' },",
      "  process: sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }),",
      "  measure: { Sigma: 'Cov(w)' },"],
    claim: '(1 - mu) * (K * Sigma + Sigma * K) - (1 + mu^2) / (1 - mu^2) * lambda * K * Sigma * K '
      + '+ mu / (1 - mu^2) * lambda * (K^2 * Sigma + Sigma * K^2) == lambda * C',
    evidence: '[moments(), simulated()]',
  },
  minibatch: {
    title: 'Stationary covariance of minibatch SGD on linear regression',
    says: ['The weights of SGD on the squared error of a linear model, with S fresh examples in each step,', '',
      "    w <- w - lambda mean of x (x' w - eps),    Cov x = A,    Var eps = sigma^2,", '',
      'fluctuate about the solution with a stationary covariance Sigma.'],
    imports: ['centred', 'count', 'gaussian', 'learningRate', 'measured', 'moments', 'positive', 'positiveDefinite',
      'recurrence',
      'simulated', 'vector'],
    body: ['  symbols: {', rate, "    S: count('batch size'),",
      "    sigma: positive('standard deviation of the label noise'),",
      "    A: positiveDefinite('covariance of the features'),", fluctuation, '  },',
      "  given: { each: 'posdef(G)', together: 'Tr(lambda * A * inv(G)) < S' },",
      "  where: { G: '2 * I - (1 + 1 / S) * lambda * A' },", '  process: recurrence({', '    state: { w: vector },',
      "    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), eps: centred({ variance: 'sigma^2' }) } },",
      `    step: ["w = w - lambda * mean(x * (x' * w - eps))"],`, '  }),', "  measure: { Sigma: 'Cov(w)' },"],
    claim: 'A * Sigma + Sigma * A - lambda * A * Sigma * A == lambda / S * (A * Sigma * A + Tr(A * Sigma) * A + '
      + 'sigma^2 * A)',
    // its noise grows with the weights: tails are heavy near the boundary of stability
    evidence: '[moments(), simulated({ reach: 0.3 })]',
  },
  langevin: {
    title: 'Stationary covariance of the Ornstein-Uhlenbeck process',
    says: ['Continuous-time SGD near a quadratic minimum with Hessian K,', '', '    dw = -K w dt + B dW,', '',
      'fluctuates with a stationary covariance Sigma.'],
    imports: ['langevin', 'measured', 'moments', 'positiveDefinite'],
    body: ['  symbols: {', hessian, "    B: positiveDefinite('strength of the noise'),", fluctuation, '  },',
      "  process: langevin({ hessian: 'K', noise: 'B' }),", "  measure: { Sigma: 'Cov(w)' },"],
    claim: 'K * Sigma + Sigma * K == B * B',
    evidence: '[moments()]',
  },
} as const satisfies Record<string, StartingPoint>

export type Algorithm = keyof typeof startingPoints
export const algorithms = Object.keys(startingPoints) as readonly Algorithm[]
