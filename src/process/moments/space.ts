/** The polynomials that one process at one point of its parameters is made of: atoms, ring, parameters as constants. */
import type { Environment } from '../../symbolic/evaluate.js'
import { evaluate } from '../../symbolic/evaluate.js'
import { parseFormula } from '../../symbolic/parse.js'
import type { Ring } from '../../symbolic/ring.js'
import { polynomialRing, type Polynomial, type PolynomialRing } from '../../symbolic/rings/polynomial.js'
import { identityValue, mapValue, scalarValue, type Value } from '../../symbolic/value.js'
import type { MomentPoint } from '../laws/law.js'
import type { Shape } from '../text.js'
import { atomTable, type Atom, type Atoms } from './atoms.js'

export interface Space<T> {
  readonly dimension: number
  readonly ring: Ring<T>
  readonly atoms: Atoms
  readonly polynomials: PolynomialRing<T>
  readonly point: MomentPoint<T>
  /** parameters as numbers */
  readonly values: Environment<T>
  /** parameters as constant polynomials */
  readonly parameters: Environment<Polynomial<T>>
}

export interface Point<T> {
  readonly dimension: number
  readonly ring: Ring<T>
  /** every parameter that the texts name; I and D are added */
  readonly values: Environment<T>
}

/** An empty space over a point of the parameters. */
export function spaceAt<T>({ dimension, ring, values }: Point<T>): Space<T> {
  const atoms = atomTable()
  const polynomials = polynomialRing(ring, atoms)
  const named = withConstants(values, dimension, ring)
  const known = new Map<string, Value<T>>()
  const value = (text: string): Value<T> => {
    if (!known.has(text)) known.set(text, evaluate(parseFormula(text), named, ring))
    return known.get(text)!
  }
  const parameters = new Map([...named].map(([name, v]) => [name, mapValue(v, polynomials.constant)]))
  return { dimension, ring, atoms, polynomials, point: { ring, value }, values: named, parameters }
}

/** The environment with I, the identity, and D, the dimension. */
export function withConstants<T>(values: Environment<T>, dimension: number, ring: Ring<T>): Environment<T> {
  return new Map([
    ['I', identityValue(dimension, ring)],
    ['D', scalarValue(ring.fraction(BigInt(dimension), 1n))],
    ...values,
  ])
}

/** Names of the coordinates of a symbol: w, or w1 w2 ... where there are several. */
export function coordinateNames(symbol: string, shape: Shape, dimension: number): string[][] {
  const length = (many: boolean): number => (many ? dimension : 1)
  const [rows, columns] = [length(shape !== 'scalar'), length(shape === 'matrix')]
  const label = (i: number, j: number): string => (columns > 1 ? `${i + 1}_${j + 1}` : rows > 1 ? `${i + 1}` : '')
  return Array.from({ length: rows }, (_, i) => Array.from({ length: columns }, (__, j) => `${symbol}${label(i, j)}`))
}

/** A symbol as a value whose entries are atoms of their own. */
export function atomValue<T>(
  space: Space<T>, symbol: string, shape: Shape, atomOf: (name: string, index: number) => Atom,
): Value<Polynomial<T>> {
  const names = coordinateNames(symbol, shape, space.dimension)
  const entry = (name: string, i: number, j: number, row: readonly string[]): Polynomial<T> =>
    space.polynomials.monomial(space.atoms.atom(atomOf(name, i * row.length + j)))
  return {
    rows: shape === 'scalar' ? '1' : 'D',
    columns: shape === 'matrix' ? 'D' : '1',
    entries: names.map((row, i) => row.map((name, j) => entry(name, i, j, row))),
  }
}
