/**
 * Polynomials over any ring: a map from monomials to nonzero coefficients. Monomials are small integers that the
 * caller interns; 0 is the constant 1. Division and functions are for constants only: what they meet is named in the
 * error.
 */
import { refuse } from '../errors.js'
import type { Expression } from '../expression.js'
import { print } from '../print.js'
import type { Ring } from '../ring.js'

export type Polynomial<T> = ReadonlyMap<number, T>

/** The monomials of a polynomial ring, interned. */
export interface MonomialTable {
  product(a: number, b: number): number
  text(monomial: number): string
}

export interface PolynomialRing<T> extends Ring<Polynomial<T>> {
  constant(x: T): Polynomial<T>
  monomial(id: number): Polynomial<T>
}

/** More terms than this in one product is no moment system that anyone solves. */
export const MOST_TERMS = 4_000_000

/** The ring of polynomials with coefficients in `ring`. */
export function polynomialRing<T>(ring: Ring<T>, table: MonomialTable): PolynomialRing<T> {
  const zero: Polynomial<T> = new Map()
  const constant = (x: T): Polynomial<T> => (ring.isZero(x) ? zero : new Map([[0, x]]))
  const neg = (a: Polynomial<T>): Polynomial<T> => mapCoefficients(a, ring.neg)
  return {
    name: `${ring.name}[...]`,
    zero,
    one: constant(ring.one),
    constant,
    monomial: (id) => new Map([[id, ring.one]]),
    fraction: (n, d) => constant(ring.fraction(n, d)),
    isZero: (a) => a.size === 0,
    neg,
    add: (a, b) => sum(a, b, ring),
    sub: (a, b) => sum(a, neg(b), ring),
    mul: (a, b) => product(a, b, ring, table),
    div: (a, b, where) => {
      const divisor = constantOf(b, ring, table, (m) => `division by an expression that depends on ${m}`, where)
      return mapCoefficients(a, (x) => ring.div(x, divisor, where))
    },
    apply: (name, operands, where) => {
      const blame = (m: string): string => `${name}() of an expression that depends on ${m}`
      const inner = operands.map((a) => constantOf(a, ring, table, blame, where))
      if (!ring.apply) refuse('NOT_RATIONAL', `${name}() is not rational, in "${print(where)}"`)
      return constant(ring.apply(name, inner, where))
    },
  }
}

/** Every coefficient changed; no coefficient may become zero. */
export function mapCoefficients<T>(a: Polynomial<T>, change: (x: T) => T): Polynomial<T> {
  const changed = new Map<number, T>()
  for (const [id, x] of a) changed.set(id, change(x))
  return changed
}

/** Adds x to the coefficient of a monomial, in place. */
export function accumulate<T>(into: Map<number, T>, id: number, x: T, ring: Ring<T>): void {
  const old = into.get(id)
  const total = old === undefined ? x : ring.add(old, x)
  if (ring.isZero(total)) into.delete(id)
  else into.set(id, total)
}

function sum<T>(a: Polynomial<T>, b: Polynomial<T>, ring: Ring<T>): Polynomial<T> {
  if (!a.size) return b
  if (!b.size) return a
  const total = new Map(a)
  for (const [id, x] of b) accumulate(total, id, x, ring)
  return total
}

function product<T>(a: Polynomial<T>, b: Polynomial<T>, ring: Ring<T>, table: MonomialTable): Polynomial<T> {
  if (a.size * b.size > MOST_TERMS) {
    refuse('NOT_CLOSED', `moments do not close: a product of ${a.size} and ${b.size} terms is needed`)
  }
  const total = new Map<number, T>()
  for (const [i, x] of a) for (const [j, y] of b) accumulate(total, table.product(i, j), ring.mul(x, y), ring)
  return total
}

function constantOf<T>(
  a: Polynomial<T>, ring: Ring<T>, table: MonomialTable, blame: (monomial: string) => string, where?: Expression,
): T {
  const odd = [...a.keys()].find((id) => id !== 0)
  if (odd !== undefined) refuse('NOT_CLOSED', `${blame(table.text(odd))}${where ? `, in "${print(where)}"` : ''}`)
  return a.get(0) ?? ring.zero
}
