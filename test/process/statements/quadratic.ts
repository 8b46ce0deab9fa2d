/** SGD on a quadratic loss with Gaussian noise of any covariance (Liu, Ziyin and Ueda 2021). */
import { plainSgd, sgd } from '../../../src/process/library/sgd.js'
import type { Statement } from './statement.js'

const momentum = (learningRate: string) => sgd({ hessian: 'K', noise: 'C', learningRate, momentum: 'mu' })
const plain = plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' })

export const vanilla: Statement = {
  kinds: { lambda: 'scalar', K: 'symmetric', C: 'symmetric' },
  process: plain,
  measure: { Sigma: 'Cov(w)' },
  claims: { balance: 'K*Sigma + Sigma*K - lambda*K*Sigma*K == lambda*C' },
  wrong: {
    drop: 'K*Sigma + Sigma*K == lambda*C',
    sign: 'K*Sigma + Sigma*K + lambda*K*Sigma*K == lambda*C',
  },
  wrongFromTwo: { side: 'K*Sigma + Sigma*K - lambda*(K*K*Sigma + Sigma*K*K)/2 == lambda*C' },
}

export const vanillaCommuting: Statement = {
  kinds: { lambda: 'scalar', K: 'symmetric', C: 'poly K' },
  process: plain,
  measure: { Sigma: 'Cov(w)' },
  claims: { closed: 'Sigma == lambda*C*inv(K*(2*I - lambda*K))' },
  wrong: { closed: 'Sigma == lambda*C*inv(K*(2*I + lambda*K))' },
}

const balance = (middle: string, last: string): string =>
  `(1-mu)*(K*Sigma+Sigma*K) - ${middle}/(1-mu^2)*lambda*K*Sigma*K ${last} == lambda*C`

export const heavyBall: Statement = {
  kinds: { lambda: 'scalar', mu: 'scalar', K: 'symmetric', C: 'symmetric' },
  process: momentum('lambda'),
  measure: { Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: "E(m * m')", R: "E(w * prev(w)')", loss: 'Tr(K * Cov(w)) / 2' },
  claims: {
    balance: balance('(1+mu^2)', '+ mu/(1-mu^2)*lambda*(K*K*Sigma+Sigma*K*K)'),
    Gamma: 'Gamma == -(K*Sigma - mu*Sigma*K)/(1-mu^2)',
    M: 'M == (K*Sigma+Sigma*K)/(lambda*(1+mu))',
    lag: 'R == Sigma - lambda*(K*Sigma-mu*Sigma*K)/(1-mu^2)',
    excessLoss: 'loss == lambda/(2*(1-mu))*Tr(inv(2*I - lambda*K/(1+mu))*C)',
  },
  wrong: {
    square: balance('(1+mu)^2', '+ mu/(1-mu^2)*lambda*(K*K*Sigma+Sigma*K*K)'),
    drop: balance('(1+mu^2)', ''),
    sign: balance('(1+mu^2)', '- mu/(1-mu^2)*lambda*(K*K*Sigma+Sigma*K*K)'),
    Gamma: 'Gamma == (K*Sigma - mu*Sigma*K)/(1-mu^2)',
    excessLoss: 'loss == lambda/(2*(1-mu))*Tr(inv(2*I - lambda*K)*C)',
  },
  wrongFromTwo: { lag: 'R == Sigma - lambda*(Sigma*K-mu*K*Sigma)/(1-mu^2)' },
}

const rateBalance = (right: string): string =>
  `(1-mu)*(P*Sigma+Sigma*P') - (1+mu^2)/(1-mu^2)*P*Sigma*P' + mu/(1-mu^2)*(P*P*Sigma+Sigma*P'*P') == ${right}`

export const matrixRate: Statement = {
  kinds: { Lambda: 'matrix', mu: 'scalar', K: 'symmetric', C: 'symmetric' },
  process: momentum('Lambda'),
  where: { P: 'Lambda*K' },
  measure: { Sigma: 'Cov(w)', M: 'Cov(m)' },
  claims: { balance: rateBalance("Lambda*C*Lambda'") },
  wrong: { kinetic: 'Tr(Lambda*M)*(1-mu) == 2*Tr(K*Sigma)' },
  wrongFromTwo: { order: rateBalance('(Lambda*Lambda*C+C*Lambda*Lambda)/2') },
}
