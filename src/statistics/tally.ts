/**
 * Count, sum, sum of squares and extremes of the relative errors y of a stream, and what follows from them:
 * the plain estimate, and whether one sample dominates: max (y_i - ybar)^2 > guard * sum (y_i - ybar)^2.
 */

export interface Tally {
  n: number
  sum: number
  squares: number
  least: number
  most: number
}

/** Nothing seen yet. */
export function emptyTally(): Tally {
  return { n: 0, sum: 0, squares: 0, least: Infinity, most: -Infinity }
}

/** Adds y[0..count), in order. */
export function count(tally: Tally, y: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    const value = y[i]!
    tally.sum += value
    tally.squares += value * value
    tally.least = Math.min(tally.least, value)
    tally.most = Math.max(tally.most, value)
  }
  tally.n += size
}

/** Mean of y, and the variance with divisor n. */
export function meanAndVariance({ n, sum, squares }: Tally): { mean: number; variance: number } {
  const mean = sum / n
  return { mean, variance: Math.max(squares / n - mean * mean, 0) }
}

/** Whether no single sample carries more than `guard` of the sum of squares: the data may stand for their variance. */
export function isBalanced(tally: Tally, guard: number): boolean {
  const { mean, variance } = meanAndVariance(tally)
  const farthest = Math.max(tally.most - mean, mean - tally.least)
  return variance > 0 && farthest ** 2 <= guard * tally.n * variance
}
