/**
 * The tropical determinant: the largest sum of weights over assignments of rows to distinct columns (Kuhn 1955;
 * shortest augmenting paths, Jonker & Volgenant 1987). With degrees as weights it bounds the degree of a determinant.
 */
const FORBIDDEN = 1e9

/**
 * Maximum weight of a complete assignment of the rows; null stands for an absent entry. Null where none is complete.
 */
export function tropicalDeterminant(weights: readonly (readonly (number | null)[])[]): number | null {
  const rows = weights.length
  const columns = weights[0]?.length ?? 0
  const cost = (i: number, j: number): number => -(weights[i]![j] ?? -FORBIDDEN)
  const rowOf = assign(rows, columns, cost)
  let sum = 0
  for (const [column, row] of rowOf.entries()) {
    if (row < 0) continue
    const weight = weights[row]![column]
    if (weight === null || weight === undefined) return null
    sum += weight
  }
  return sum
}

/** Row of each column in a cheapest assignment, -1 for an unused column. */
function assign(rows: number, columns: number, cost: (i: number, j: number) => number): number[] {
  const u = new Float64Array(rows)
  const v = new Float64Array(columns + 1)
  const rowOf = new Array<number>(columns + 1).fill(-1)
  for (let row = 0; row < rows; row++) {
    rowOf[columns] = row
    augment(rowOf, u, v, columns, cost)
  }
  return rowOf.slice(0, columns)
}

/** Dijkstra from the row parked at the extra column to a free column, then the switch along the path. */
function augment(
  rowOf: number[], u: Float64Array, v: Float64Array, extra: number, cost: (i: number, j: number) => number,
): void {
  const least = new Float64Array(extra).fill(Infinity)
  const from = new Int32Array(extra).fill(extra)
  const used = new Uint8Array(extra + 1)
  let column = extra
  while (rowOf[column]! >= 0) {
    used[column] = 1
    const row = rowOf[column]!
    let [next, step] = [-1, Infinity]
    for (let j = 0; j < extra; j++) {
      if (used[j]) continue
      const reduced = cost(row, j) - u[row]! - v[j]!
      if (reduced < least[j]!) [least[j], from[j]] = [reduced, column]
      if (least[j]! < step) [next, step] = [j, least[j]!]
    }
    shift(rowOf, u, v, used, least, step)
    column = next
  }
  for (; column !== extra; column = from[column]!) rowOf[column] = rowOf[from[column]!]!
  rowOf[extra] = -1
}

function shift(
  rowOf: readonly number[], u: Float64Array, v: Float64Array, used: Uint8Array, least: Float64Array, step: number,
): void {
  for (let j = 0; j < used.length; j++) {
    if (used[j]) {
      u[rowOf[j]!] = u[rowOf[j]!]! + step
      v[j] = v[j]! - step
    } else {
      least[j] = least[j]! - step
    }
  }
}
