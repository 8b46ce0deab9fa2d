/** Minibatch SGD on linear regression with fresh data, batch size symbolic (Ziyin, Liu, Mori and Ueda 2022). */
import { centred, gaussian } from '../../../src/process/laws.js'
import { minibatchRegression } from '../../../src/process/library/minibatch-regression.js'
import { recurrence, vector } from '../../../src/process/text.js'
import type { Statement } from './statement.js'

export const regression = minibatchRegression({
  features: 'A', labelNoise: 'sigma2', batch: 'S', learningRate: 'Lambda', momentum: 'mu',
})

export const labelNoise: Statement = {
  kinds: { S: 'size', mu: 'scalar', sigma2: 'scalar', A: 'symmetric', Lambda: 'poly A' },
  process: regression,
  where: { G: '2*(1-mu)*I - ((1-mu)/(1+mu) + 1/S)*Lambda*A', t: 'Tr(Lambda*A*inv(G))', kappa: 't/(1-t/S)' },
  measure: { Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: 'Cov(m)' },
  claims: {
    Sigma: 'Sigma == sigma2/S*(1+kappa/S)*Lambda*inv(G)',
    M: 'M == 2/(1+mu)*inv(Lambda)*A*Sigma',
    Gamma: 'Gamma == -A*Sigma/(1+mu)',
  },
  wrong: {
    kappa: 'Sigma == sigma2/S*Lambda*inv(G)',
    unresummed: 'Sigma == sigma2/S*(1+t/S)*Lambda*inv(G)',
    M: 'M == 2/(1-mu)*inv(Lambda)*A*Sigma',
    signS: 'Sigma == sigma2/S*(1+kappa/S)*Lambda*inv(2*(1-mu)*I - ((1-mu)/(1+mu) - 1/S)*Lambda*A)',
  },
}

const balance = (noise: string): string =>
  `(1-mu)*(P*Sigma+Sigma*P') - (1+mu^2)/(1-mu^2)*P*Sigma*P' + mu/(1-mu^2)*(P*P*Sigma+Sigma*P'*P')
    == Lambda*(${noise})*Lambda/S`

/** Without [Lambda, A] = 0 the closed form is false, the matrix equation is not. */
export const labelNoiseAnyRate: Statement = {
  kinds: { S: 'size', mu: 'scalar', sigma2: 'scalar', A: 'symmetric', Lambda: 'symmetric' },
  process: regression,
  where: { ...labelNoise.where, P: 'Lambda*A' },
  measure: { Sigma: 'Cov(w)' },
  claims: { balance: balance('A*Sigma*A + Tr(A*Sigma)*A + sigma2*A') },
  wrong: { noTrace: balance('A*Sigma*A + sigma2*A'), twice: balance('2*A*Sigma*A + Tr(A*Sigma)*A + sigma2*A') },
  wrongFromTwo: { closed: 'Sigma == sigma2/S*(1+kappa/S)*Lambda*inv(G)' },
}

export const inputNoise: Statement = {
  kinds: { S: 'size', lambda: 'scalar', u: 'vector', A: 'symmetric', B: 'symmetric' },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }), e: gaussian({ covariance: 'B' }) } },
    step: ["w = w - lambda*mean((x+e)*((x+e)'*w - x'*u))"],
  }),
  where: {
    K: 'A+B', target: 'inv(A+B)*A*u', s2: "Tr(A*inv(A+B)*B*u*u')", G: '2*I - (1+1/S)*lambda*K',
    t: 'Tr(lambda*K*inv(G))', kappa: 't/(1-t/S)',
  },
  measure: { centre: 'E(w)', Sigma: 'Cov(w)', Second: "E(w * w')" },
  claims: { mean: 'centre == target', Sigma: 'Sigma == s2/S*(1+kappa/S)*lambda*inv(G)' },
  wrong: {
    noInput: 'Sigma == s2/S*(1+kappa/S)*lambda*inv(2*I - (1+1/S)*lambda*A)',
    uncentred: 'Second == s2/S*(1+kappa/S)*lambda*inv(G)',
  },
}

export const weightDecay: Statement = {
  kinds: { S: 'size', lambda: 'scalar', u: 'vector', A: 'symmetric', Gam: 'poly A' },
  process: recurrence({
    state: { w: vector },
    batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }) } },
    step: ["w = w - lambda*(mean(x*(x'*w - x'*u)) + Gam*w)"],
  }),
  where: {
    K: 'A+Gam', U: "u*u'", t: 'Tr(A*inv(K)*inv(K)*Gam*Gam*U)', G: '2*I - lambda*(K + A*A*inv(K)/S)',
    q: 'Tr(A*A*inv(K)*inv(G))', kap: 'q/(1-lambda/S*q)',
    r: 'Tr(A*A*A*inv(K)*inv(K)*inv(K)*Gam*Gam*inv(G)*U)/(1-lambda/S*q)',
  },
  measure: { Sigma: 'Cov(w)', loss: "E((w-u)'*A*(w-u)/2)" },
  claims: {
    testLoss: 'loss == lambda/(2*S)*(t*kap + r) + t/2',
    balance: `K*Sigma+Sigma*K-lambda*K*Sigma*K-lambda/S*A*Sigma*A
      == lambda/S*((Tr(A*Sigma)+t)*A + A*Gam*inv(K)*U*inv(K)*Gam*A)`,
  },
  wrong: { noR: 'loss == lambda/(2*S)*t*kap + t/2' },
  wrongFromTwo: { printed: 'Sigma == lambda/S*((Tr(A*Sigma)+t)*A + A*A*inv(K)*inv(K)*Gam*Gam*U)*inv(K)*inv(G)' },
}

/** A law whose fourth moment is stated: D = 1 only. */
export const statedKurtosis = recurrence({
  state: { w: 'scalar' },
  batch: { size: 'S', sample: { x: centred({ variance: 'a', fourth: '(3 + kappa) * a^2' }) } },
  step: ['g = mean(x * x * w)', 'w = w - lambda * g'],
})
