/** The error that a whole run may make, and each theorem's share of it: alpha / number of theorems (union bound). */

/** Probability that any true claim of the suite is refuted in one run. */
export const suiteAlpha = 1e-6

/** Probability that a claim wrong by more than the precision is verified. */
export const alphaVerify = 1e-6

/** A theorem's share; the same for every shard and selection, so that neither changes a verdict. */
export const shareOf = (suiteSize: number): number => suiteAlpha / suiteSize
