/** Random indeterminates over the rings of the identity test: the generic point at which two formulas are compared. */
import { randomBelow } from './random.js'
import type { DegreeRing, Bound } from './rings/degree.js'
import type { PrimeField } from './rings/prime-field.js'
import { rational, type Rational } from './rings/rational.js'

/** Where a generic point takes its free entries from. */
export interface Draw<T> {
  /** an indeterminate that may be anything */
  any(): T
  /** one that stands for a positive real: a square, so that sqrt(x^2) is x */
  positive(): T
}

/** Uniform residues. */
export const residues = (field: PrimeField, random: () => bigint): Draw<bigint> => ({
  any: () => randomBelow(field.p, random),
  positive: () => randomBelow(field.p, random),
})

/** Indeterminates of degree 1; a positive one is a square of one where roots are taken. */
export const indeterminates = (ring: DegreeRing, squares: boolean): Draw<Bound | null> => ({
  any: () => ring.variable(),
  positive: () => (squares ? { ...ring.variable(), degree: 2 } : ring.variable()),
})

/** A way to draw that counts how often it was asked. */
export function counted<T>(draw: Draw<T>): Draw<T> & { readonly count: () => number } {
  let count = 0
  const next = (of: () => T) => (): T => {
    count++
    return of()
  }
  return { any: next(draw.any), positive: next(draw.positive), count: () => count }
}

/** Small fractions, to be read by people. They carry no bound on the error. */
export const smallFractions = (random: () => bigint): Draw<Rational> => {
  const positive = (): Rational => rational(1n + randomBelow(19n, random), 1n + randomBelow(7n, random))
  return { any: () => (random() & 1n ? positive() : negated(positive())), positive }
}

const negated = (x: Rational): Rational => ({ ...x, numerator: -x.numerator })

/** Doubles in (0.1, 2.1), or of either sign. */
export const doubles = (random: () => bigint): Draw<number> => {
  const positive = (): number => 0.1 + Number(random() >> 11n) / 2 ** 52
  return { any: () => (random() & 1n ? positive() : -positive()), positive }
}
