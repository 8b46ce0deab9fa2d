/**
 * Measures: formulas in the parameters and in E(.), Cov(.), Cov(., .) of the state, of prev(state) and of local
 * definitions of the step. Cov subtracts the means. First every E is read as polynomials, then the moments are found,
 * then the formula.
 */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import { operandsOf, type Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import type { Ring } from '../../symbolic/ring.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import { mapValue, multiplyValues, transposeValue, zipValues, type Value } from '../../symbolic/value.js'
import type { Moments } from './stationary.js'

export type Measures = ReadonlyMap<string, Expression>

/** The parts of E(x): E x; of Cov(x, y): E x y', E x, E y. */
type Parts<T> = readonly Value<Polynomial<T>>[]

interface Reading<T> {
  readonly values: Environment<T>
  readonly ring: Ring<T>
  /** E of entries, given the state, as polynomials in the state */
  readonly expected: (operands: readonly Expression[]) => Value<Polynomial<T>>
  readonly momentsOf: (wanted: Iterable<number>) => Moments<T>
}

/** The values of measures. @throws StatementError */
export function measured<T>(measures: Measures, reading: Reading<T>): Map<string, Value<T>> {
  const parts = new Map<Expression, Parts<T>>()
  for (const e of measures.values()) collect(e, parts, reading.expected)
  const wanted = new Set<number>()
  for (const p of [...parts.values()].flat().flatMap((value) => value.entries.flat())) {
    for (const monomial of p.keys()) wanted.add(monomial)
  }
  const moments = reading.momentsOf(wanted)
  const numbers = (part: Value<Polynomial<T>>): Value<T> => mapValue(part, (p) => average(p, moments, reading.ring))
  const look = (_: readonly Expression[], where: Expression): Value<T> =>
    combined(parts.get(where)!.map(numbers), reading.ring)
  const calls = new Map([['E', look], ['Cov', look]])
  return new Map([...measures].map(([name, e]) => [name, evaluate(e, reading.values, reading.ring, calls)]))
}

function collect<T>(e: Expression, parts: Map<Expression, Parts<T>>, expected: Reading<T>['expected']): void {
  if (e.kind === 'call' && (e.name === 'E' || e.name === 'Cov')) parts.set(e, partsOf(e, expected))
  else for (const part of operandsOf(e)) collect(part, parts, expected)
}

/** E of what a call of E or Cov needs. */
export function partsOf<T>(e: Expression & { kind: 'call' }, expected: Reading<T>['expected']): Parts<T> {
  const [x, y = x] = e.operands
  if (!x) refuse('OPERANDS', `"${print(e)}" needs an operand`)
  return e.name === 'E' ? [expected([x])] : [expected([x, y!]), expected([x]), expected([y!])]
}

/** E x itself, or E x y' - E x (E y)'. */
export function combined<T>(parts: readonly Value<T>[], ring: Ring<T>): Value<T> {
  const [first, x, y] = parts
  return x && y ? zipValues(first!, multiplyValues(x, transposeValue(y), ring), ring.sub) : first!
}

/** The mean of a polynomial, given the moments of its monomials. */
export function average<T>(p: Polynomial<T>, moments: Moments<T>, ring: Ring<T>): T {
  let sum = ring.zero
  for (const [monomial, x] of p) sum = ring.add(sum, ring.mul(x, moments.get(monomial)!))
  return sum
}
