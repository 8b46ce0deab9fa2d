/**
 * A claim read as an equation: r(x) = r(0) + L x is affine in the measured symbol x, so probing r with
 * basis matrices finds L, and L x = -r(0) gives the value that the claim predicts. Works over every field.
 */
import { SingularMatrix, solveLinear } from '../symbolic/linear.js'
import type { Ring } from '../symbolic/ring.js'
import { mapValue, type Value } from '../symbolic/value.js'

export interface Affine<T> {
  /** r(0), flattened */
  readonly constant: readonly T[]
  /** one column for each entry of x, in reading order */
  readonly columns: readonly (readonly T[])[]
}

type Residual<T> = (x: Value<T>) => Value<T>

/** The affine map that agrees with r at 0 and at the basis; `shape` gives the form of x. */
export function affineOf<T>(residual: Residual<T>, shape: Value<unknown>, ring: Ring<T>): Affine<T> {
  const zero = mapValue(shape, () => ring.zero)
  const constant = flatten(residual(zero))
  const columns = places(shape).map(([row, column]) => {
    const basis = mapValue(zero, (_, i, j) => (i === row && j === column ? ring.one : ring.zero))
    return flatten(residual(basis)).map((value, k) => ring.sub(value, constant[k]!))
  })
  return { constant, columns }
}

/** The x with r(x) = 0, or null where the claim does not determine it, or is not affine. */
export function solveFor<T>(residual: Residual<T>, shape: Value<unknown>, ring: Ring<T>): Value<T> | null {
  const { constant, columns } = affineOf(residual, shape, ring)
  if (constant.length !== columns.length || !isAffine(residual, [{ constant, columns }], [shape], ring)) return null
  try {
    const matrix = constant.map((_, row) => columns.map((column) => column[row]!))
    const x = solveLinear(matrix, constant.map((value) => [ring.neg(value)]), ring)
    return unflatten(x.map((row) => row[0]!), shape)
  } catch (error) {
    if (error instanceof SingularMatrix) return null
    throw error
  }
}

/** Rounding of a residual in doubles, relative to its largest term. */
const ROUNDING = 1e-9

/**
 * Is r the sum of its affine parts, one for each of its arguments? Tried at one more point, so that x^2, whose values
 * at 0 and 1 are those of x, is told from x. All parts share the constant r(0).
 */
export function isAffine<T>(
  residual: (...x: Value<T>[]) => Value<T>, parts: readonly Affine<T>[], shapes: readonly Value<unknown>[],
  ring: Ring<T>,
): boolean {
  const at =
    shapes.map((shape, s) => mapValue(shape, (_, i, j) => ring.fraction(BigInt(2 + 3 * i + 5 * j + 7 * s), 3n)))
  const entries = at.map(flatten)
  const terms = (e: number): T[] => [
    parts[0]!.constant[e]!,
    ...parts.flatMap(({ columns }, s) => columns.map((column, k) => ring.mul(column[e]!, entries[s]![k]!))),
  ]
  return flatten(residual(...at)).every((value, e) => agrees(value, terms(e), ring))
}

function agrees<T>(value: T, terms: readonly T[], ring: Ring<T>): boolean {
  const difference = terms.reduce(ring.sub, value)
  if (typeof difference !== 'number') return !(ring.isKnownNonzero?.(difference) ?? !ring.isZero(difference))
  // a side that is no number is not for this test to judge
  return !(Math.abs(difference) > ROUNDING * Math.max(...terms.map((x) => Math.abs(Number(x)))))
}

export const flatten = <T>(v: Value<T>): T[] => v.entries.flatMap((row) => [...row])

/** Puts a list of entries back into a shape, in reading order. */
export function unflatten<T>(entries: readonly T[], shape: Value<unknown>): Value<T> {
  const width = shape.entries[0]?.length ?? 0
  return mapValue(shape, (_, i, j) => entries[i * width + j]!)
}

const places = (shape: Value<unknown>): [number, number][] =>
  shape.entries.flatMap((row, i) => row.map((_, j): [number, number] => [i, j]))
