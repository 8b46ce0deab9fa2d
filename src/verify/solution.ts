/** What a claim says its measured symbol is: the unique solution of its equation at a point of any field. */
import type { Value } from '../symbolic/value.js'
import { environmentOf } from '../theorem/environment.js'
import type { Definition } from '../theorem/definitions.js'
import type { Base } from './algebra.js'
import { indicesOf } from './algebra.js'
import { solveFor } from './affine.js'
import type { Case } from './case.js'
import { equationOf } from './equation.js'
import { namesOf } from './field-points.js'
import { residualAt, vanishes, type Equation, type Point } from './residual.js'
import type { Variant } from './variant.js'

/** The measured symbols that a variant rests on, in order of declaration. */
export function measuredIn(variant: Variant, { compiled }: Case): readonly string[] {
  const names = namesOf(variant)
  return [...compiled.symbols]
    .filter(([name, { role }]) => role === 'measured' && names.has(name)).map(([name]) => name)
}

/**
 * The value that the claim predicts for one measured symbol where others are known, or null where it determines none.
 * @throws Pole
 */
export function solutionOf<T>(
  variant: Variant, name: string, base: Base<T>, known: ReadonlyMap<string, Value<T>> = new Map(),
  zero: Value<T> = zeroOf(name, base),
): Value<T> | null {
  const equation = equationOf(variant, 'simulated')
  const residual = (x: Value<T>): Value<T> =>
    residualAt(equation, pointWith(new Map([...known, [name, x]]), variant.where, base))
  return solveFor(residual, zero, base.ring)
}

/** Zero in the shape of a measured symbol. */
export function zeroOf<T>(name: string, { compiled, dimension, ring }: Base<T>): Value<T> {
  const { rows, columns } = compiled.symbols.get(name)!
  const length = (size: string): number => (size === '1' ? 1 : dimension)
  const row = (): T[] => Array.from({ length: length(columns) }, () => ring.zero)
  return { rows, columns, entries: Array.from({ length: length(rows) }, row) }
}

/** The point of a base with given values of the measured symbols. */
export function pointWith<T>(
  measured: ReadonlyMap<string, Value<T>>, where: readonly Definition[], base: Base<T>,
): Point<T> {
  const { ring, dimension, given, compiled } = base
  return { ring, dimension, indices: indicesOf(compiled),
    values: environmentOf(new Map([...given, ...measured]), where, { ring, dimension }) }
}

/** Does an equation hold when the measured symbols have these values? */
export const holdsAtSolution = <T>(
  equation: Equation, where: readonly Definition[], measured: ReadonlyMap<string, Value<T>>, base: Base<T>,
): boolean => vanishes(residualAt(equation, pointWith(measured, where, base)), base.ring)

