/**
 * The limit of f(h) as h -> 0 from f(h_0 2^-k), where f has a power series in h: Richardson's extrapolation,
 * R[k][j] = R[k][j-1] + (R[k][j-1] - R[k-1][j-1]) / (2^j - 1).
 */
import { NumericalError } from './errors.js'

/** |value - truth| <= error. */
export interface Approximation {
  readonly value: number
  readonly error: number
}

const LEAST = 4

/**
 * The limit of at least four approximations. The column is chosen in which the last entries agree best; its error is ten
 * times their disagreement plus what the errors of the approximations come to: an estimate, not a proof.
 * Throws `sequence` for fewer.
 */
export function richardsonLimit(sequence: readonly Approximation[]): Approximation {
  if (sequence.length < LEAST) {
    throw new NumericalError('sequence', `a limit needs ${LEAST} approximations or more, got ${sequence.length}`)
  }
  let row: Approximation[] = []
  let before: Approximation[] = []
  for (const next of sequence) [before, row] = [row, nextRow(row, next)]
  const candidates = row.slice(1, -1).map(({ value, error }, i): Approximation => {
    const disagreement = Math.max(Math.abs(value - row[i]!.value), Math.abs(value - before[i + 1]!.value))
    return { value, error: 10 * disagreement + error }
  })
  return candidates.reduce((best, one) => (one.error < best.error ? one : best))
}

function nextRow(before: readonly Approximation[], first: Approximation): Approximation[] {
  const row = [first]
  before.forEach((old, j) => {
    const last = row[j]!
    const factor = 1 / (2 ** (j + 1) - 1)
    row.push({ value: last.value + (last.value - old.value) * factor, error: last.error * (1 + factor) + old.error * factor })
  })
  return row
}
