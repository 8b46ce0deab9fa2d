/**
 * Evidence against a whitened covariance within [1 - inner, 1 + inner] I, from the eigenvalues of
 * W ~ Wishart(n, Sigma): the likelihood averaged over inverse-Wishart priors around I, over the largest of the null.
 * At inner = 0 this is the Bayes factor against Sigma = I; for inner > 0 it is universal inference
 * (Wasserman, Ramdas & Balakrishnan 2020), whose null maximum clips the eigenvalues of W / n.
 */
import { logMultivariateGamma } from '../numeric/log-gamma.js'
import { logMeanExp } from '../numeric/log-sum-exp.js'

/** Prior degrees of freedom: how close to the claim an alternative is expected, each at a tenth of the distance. */
const STRENGTHS = [20, 200, 2000, 20000]

/** ln of the evidence; `eigenvalues` of W, n samples. Its exponential has mean at most one under the null. */
export function logWishartEvidence(eigenvalues: readonly number[], n: number, inner: number): number {
  const usable = STRENGTHS.filter(strength => strength > eigenvalues.length + 1)
  const marginal = logMeanExp(usable.map(strength => logMarginal(eigenvalues, n, strength)))
  return marginal - logNullMaximum(eigenvalues, n, inner)
}

/** ln of the marginal likelihood under Sigma ~ InverseWishart(nu I, nu), up to the constant shared with the null. */
function logMarginal(eigenvalues: readonly number[], n: number, nu: number): number {
  const d = eigenvalues.length
  const determinant = eigenvalues.reduce((sum, w) => sum + Math.log(nu + w), 0)
  return nu * d / 2 * Math.log(nu) - (nu + n) / 2 * determinant + n * d / 2 * Math.LN2
    + logMultivariateGamma(d, (nu + n) / 2) - logMultivariateGamma(d, nu / 2)
}

function logNullMaximum(eigenvalues: readonly number[], n: number, inner: number): number {
  return eigenvalues.reduce((sum, w) => {
    const variance = Math.min(Math.max(w / n, 1 - inner), 1 + inner)
    return sum - n / 2 * Math.log(variance) - w / (2 * variance)
  }, 0)
}
