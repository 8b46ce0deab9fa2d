/**
 * Bounds for the solution of A x = b by Cramer's rule: with every row brought to a common denominator, numerators and
 * the determinant have at most the degree of a tropical determinant, which is far less than elimination would suggest.
 */
import { tropicalDeterminant } from '../assignment.js'
import { lcm, without, type Extent, type Factors, type Product } from './denominator.js'
import type { Bound, DegreeRing } from './degree.js'

type Row = readonly (Bound | null)[]

/** The extents of numerators and determinant of one column of a system. */
export interface Cramer {
  readonly numerator: Extent
  readonly determinant: Extent
}

export function cramer(a: readonly Row[], b: Row, factors: Factors): Cramer {
  const rows = a.map((row, i) => cleared([...row, b[i] ?? null], factors))
  const left = rows.map((row) => row.slice(0, -1))
  const degrees = (m: typeof rows): (number | null)[][] => m.map((row) => row.map((x) => x && x.degree))
  const height =
    rows.reduce((sum, row) => sum + Math.max(0, ...row.map((x) => x?.height ?? 0)), logFactorial(rows.length + 1))
  return {
    numerator: { degree: tropicalDeterminant(degrees(rows)) ?? 0, height },
    determinant: { degree: tropicalDeterminant(degrees(left)) ?? 0, height },
  }
}

/** A row times the least common multiple of its denominators. */
function cleared(row: Row, factors: Factors): (Extent | null)[] {
  const common = row.reduce<Product>((all, x) => (x ? lcm(all, x.denominator) : all), new Map())
  return row.map((x) => {
    if (!x) return null
    const by = factors.extent(without(common, x.denominator))
    return { degree: x.degree + by.degree, height: x.height + by.height }
  })
}

function logFactorial(n: number): number {
  let sum = 0
  for (let k = 2; k <= n; k++) sum += Math.log2(k)
  return sum
}

/** The solution of A X = B as bounds; each column of B has numerators of its own over one determinant. */
export function solveBounds(
  a: readonly Row[], b: readonly Row[], factors: Factors, over: DegreeRing['over'], name: string,
): Bound[][] {
  const columns = (b[0] ?? []).map((_, j) => cramer(a, b.map((row) => row[j] ?? null), factors))
  return a.map(() => columns.map(({ numerator, determinant }) => over(numerator, name, determinant)))
}
