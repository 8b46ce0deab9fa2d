/**
 * Evidence against "all bins are equally likely" from counts alone: the multinomial likelihood averaged over symmetric
 * Dirichlet laws of the bin probabilities, over the uniform likelihood. Exact, and valid at every sample size.
 */
import { logGamma } from '../numeric/log-gamma.js'
import { logMeanExp } from '../numeric/log-sum-exp.js'

/** Concentrations per bin, from wild alternatives to faint ones. */
const CONCENTRATIONS = [0.5, 5, 50, 500, 5000]

/** ln E = ln mean_a [Gamma(Ka) / Gamma(Ka + n) prod_j Gamma(a + c_j) / Gamma(a)] + n ln K, K bins with counts c_j. */
export function logUniformityEvidence(counts: ArrayLike<number>): number {
  const bins = counts.length
  let n = 0
  for (let j = 0; j < bins; j++) n += counts[j]!
  return n * Math.log(bins) + logMeanExp(CONCENTRATIONS.map(a => {
    let log = logGamma(bins * a) - logGamma(bins * a + n) - bins * logGamma(a)
    for (let j = 0; j < bins; j++) log += logGamma(a + counts[j]!)
    return log
  }))
}

/**
 * No less than `logUniformityEvidence`, for a tenth of its time: an average of likelihoods is at most the largest, that
 * of the frequencies themselves. With a nat for rounding.
 */
export function logUniformityAtMost(counts: ArrayLike<number>): number {
  let [n, log] = [0, 0]
  for (let j = 0; j < counts.length; j++) {
    const count = counts[j]!
    n += count
    if (count > 0) log += count * Math.log(count)
  }
  return log - n * Math.log(n / counts.length) + 1
}
