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

const LEAST = 5

/**
 * The limit of at least five approximations at h_0 r^-k, r > 1. A column is judged by how much its entries still change
 * from row to row, and by how fast that falls: what is left is a geometric series of the observed ratio, so that a
 * sequence which is no power series in h (a root of h, say) has a large error and not a wrong limit. The best column is
 * taken; its error is four times what is left, plus what the errors of the approximations come to: an estimate, no
 * proof.
 * Throws `sequence` for fewer.
 */
export function richardsonLimit(sequence: readonly Approximation[], r: number): Approximation {
  if (sequence.length < LEAST) {
    throw new NumericalError('sequence', `a limit needs ${LEAST} approximations or more, got ${sequence.length}`)
  }
  const rows: Approximation[][] = []
  for (const next of sequence) rows.push(nextRow(rows.at(-1) ?? [], next, r))
  const last = rows.at(-1)!
  const candidates = last.slice(0, -3).map(({ value, error }, j): Approximation => {
    const [c0, c1, c2, c3] = rows.slice(-4).map((row) => row[j]!.value) as [number, number, number, number]
    return { value, error: 4 * remainder([c1 - c0, c2 - c1, c3 - c2], r ** (j + 1), error) + error }
  })
  return candidates.reduce((best, one) => (one.error < best.error ? one : best))
}

/**
 * What is left after the last of three changes that should fall by `due` each; changes below the noise do not count.
 */
function remainder(changes: readonly [number, number, number], due: number, noise: number): number {
  const [first, second, third] = changes.map(Math.abs) as [number, number, number]
  const change = Math.max(third, second / due)
  if (change <= noise) return change
  const ratio = Math.max(third / second, second / first)
  return ratio < 1 ? change * Math.max(1, ratio / (1 - ratio)) : Infinity
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
