/** Exact parameters as text: scalars as "3/7", matrices as "[[1, 1/2], [1/2, 2]]", vectors as "[1, 2]". */
import { rationalText, type Rational } from '../symbolic/rings/rational.js'
import { isScalar, scalarOf, type Value } from '../symbolic/value.js'

export const valueText = (v: Value<Rational>): string => textOf(v, rationalText)
export const numberText = (v: Value<number>): string => textOf(v, (x) => `${Number(x.toPrecision(8))}`)

function textOf<T>(v: Value<T>, entry: (x: T) => string): string {
  if (isScalar(v)) return entry(scalarOf(v))
  if (v.columns === '1') return `[${v.entries.map((row) => entry(row[0]!)).join(', ')}]`
  return `[${v.entries.map((row) => `[${row.map(entry).join(', ')}]`).join(', ')}]`
}

/** Every parameter of a draw, by name. */
export const parametersText = (draw: ReadonlyMap<string, Value<Rational>>): Record<string, string> =>
  Object.fromEntries([...draw].map(([name, value]) => [name, valueText(value)]))
