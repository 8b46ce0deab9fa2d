/**
 * The limit of f(h) as h -> 0 from f(h_0 r^-k), where f has a power series in h: Richardson's extrapolation,
 * R[k][j] = R[k][j-1] + (R[k][j-1] - R[k-1][j-1]) / (r^j - 1).
 */
import { NumericalError } from './errors.js'

/** |value - truth| <= error. */
export interface Approximation {
  readonly value: number
  readonly error: number
}

const LEAST = 4

/**
 * The limit of at least four approximations at h_0 r^-k, r > 1. A column is judged by how much its last entries still
 * change, which should fall by r^(j+1) from row to row: the larger of the last change and the share of the one before
 * that was due. The best column is taken; its error is four times that, plus what the errors of the approximations come
 * to: an estimate, no proof.
 * Throws `sequence` for fewer.
 */
export function richardsonLimit(sequence: readonly Approximation[], r: number): Approximation {
  if (sequence.length < LEAST) {
    throw new NumericalError('sequence', `a limit needs ${LEAST} approximations or more, got ${sequence.length}`)
  }
  const rows: Approximation[][] = []
  for (const next of sequence) rows.push(nextRow(rows.at(-1) ?? [], next, r))
  const [oldest, before, last] = rows.slice(-3) as [Approximation[], Approximation[], Approximation[]]
  const candidates = last.slice(0, -2).map(({ value, error }, j): Approximation => {
    const [change, due] = [value - before[j]!.value, (before[j]!.value - oldest[j]!.value) / r ** (j + 1)]
    return { value, error: 4 * Math.max(Math.abs(change), Math.abs(due)) + error }
  })
  return candidates.reduce((best, one) => (one.error < best.error ? one : best))
}

function nextRow(before: readonly Approximation[], first: Approximation, r: number): Approximation[] {
  const row = [first]
  before.forEach((old, j) => {
    const last = row[j]!
    const factor = 1 / (r ** (j + 1) - 1)
    row.push({
      value: last.value + (last.value - old.value) * factor,
      error: last.error * (1 + factor) + old.error * factor,
    })
  })
  return row
}
