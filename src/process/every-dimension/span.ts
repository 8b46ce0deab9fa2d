/** Is an element a linear combination of others? Sparse elimination over a field, term by term. */
import type { Ring } from '../../symbolic/ring.js'
import type { FreeElement } from '../../symbolic/rings/free-algebra.js'

type Vector<T> = Map<string, T>

/** How many of the columns a combination uses, or null where the target is none. */
export function combinationSize<T>(
  columns: readonly FreeElement<T>[], target: FreeElement<T>, ring: Ring<T>,
): number | null {
  const basis = new Map<string, Vector<T>>()
  for (const column of columns) {
    const rest = vectorOf(column)
    reduce(rest, basis, ring)
    const [pivot] = rest
    if (pivot) basis.set(pivot[0], scaled(rest, ring.div(ring.one, pivot[1]), ring))
  }
  const rest = vectorOf(target)
  const used = reduce(rest, basis, ring)
  return rest.size ? null : used
}

const vectorOf = <T>(a: FreeElement<T>): Vector<T> => new Map([...a].map(([key, t]) => [key, t.coefficient]))

const scaled = <T>(v: Vector<T>, factor: T, ring: Ring<T>): Vector<T> =>
  new Map([...v].map(([key, x]) => [key, ring.mul(factor, x)]))

/** Clears the pivots of the basis from a vector, in the order in which they were found. */
function reduce<T>(v: Vector<T>, basis: ReadonlyMap<string, Vector<T>>, ring: Ring<T>): number {
  let used = 0
  for (const [pivot, row] of basis) {
    const factor = v.get(pivot)
    if (factor === undefined) continue
    used++
    for (const [key, x] of row) {
      const y = ring.sub(v.get(key) ?? ring.zero, ring.mul(factor, x))
      if (ring.isZero(y)) v.delete(key)
      else v.set(key, y)
    }
  }
  return used
}
