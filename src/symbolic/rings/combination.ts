/**
 * Is a function a rational combination of others? Decided from its residues at more random points than there are
 * unknowns: the coefficients come from elimination mod p and from rational reconstruction (Wang 1981).
 */
import { refuse } from '../errors.js'
import { inverse, type PrimeField } from './prime-field.js'

export interface SmallFraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** Points beyond the number of unknowns, each of which a false combination would have to satisfy by chance. */
export const MARGIN = 3

/**
 * c with sum c[k] vectors[k] = target at every point, or null where there is none.
 * @throws StatementError with fewer points than unknowns + MARGIN, or for coefficients that are no small fractions
 */
export function rationalCombination(
  target: readonly bigint[], vectors: readonly (readonly bigint[])[], field: PrimeField,
): SmallFraction[] | null {
  if (target.length < vectors.length + MARGIN) {
    refuse('TOO_MANY_EXPONENTS', `${vectors.length + 1} independent exponents need more than ${target.length} points`)
  }
  const rows = target.map((t, i) => [...vectors.map((v) => v[i]!), t])
  const solution = eliminated(rows, vectors.length, field)
  return solution && solution.map((c) => smallFraction(c, field.p) ?? refuse('EXPONENT',
    'two exponents in one formula are proportional with a factor that is no small fraction'))
}

/** The solution of an overdetermined system with independent columns, or null where the rows contradict each other. */
function eliminated(rows: bigint[][], unknowns: number, field: PrimeField): bigint[] | null {
  for (let c = 0; c < unknowns; c++) {
    const pivot = rows.findIndex((row, r) => r >= c && row[c] !== 0n)
    ;[rows[c], rows[pivot]] = [rows[pivot]!, rows[c]!]
    const scale = inverse(rows[c]![c]!, field.p)
    rows[c] = rows[c]!.map((x) => field.mul(x, scale))
    rows.forEach((row, r) => {
      if (r !== c && row[c]) rows[r] = row.map((x, j) => field.sub(x, field.mul(row[c]!, rows[c]![j]!)))
    })
  }
  return rows.slice(unknowns).some((row) => row[unknowns] !== 0n)
    ? null : rows.slice(0, unknowns).map((row) => row[unknowns]!)
}

/** The fraction n / d with |n|, d < 2^29 that is c mod p, or null. */
function smallFraction(c: bigint, p: bigint): SmallFraction | null {
  const most = 1n << 29n
  let [r0, r1, t0, t1] = [p, c, 0n, 1n]
  while (r1 >= most) {
    const quotient = r0 / r1
    ;[r0, r1] = [r1, r0 - quotient * r1]
    ;[t0, t1] = [t1, t0 - quotient * t1]
  }
  if (t1 >= most || -t1 >= most) return null
  return t1 < 0n ? { numerator: -r1, denominator: -t1 } : { numerator: r1, denominator: t1 }
}
