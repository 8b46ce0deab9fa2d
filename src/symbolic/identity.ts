/**
 * Are two formulas the same function? They are compared at generic points over random primes (Schwartz 1980, Zippel
 * 1979); the chance that different ones agree there is bounded by degree and height and reported. Different ones get
 * a witness: a point of Q, or of doubles where roots and exponentials occur, at which both values can be read.
 */
import { counted, indeterminates, residues, type Draw } from './draw.js'
import { StatementError } from './errors.js'
import { evaluate, type Environment } from './evaluate.js'
import { namesIn, type Expression } from './expression.js'
import { randomPrime, randomSafePrime } from './primes.js'
import { isExactly } from './normal-form.js'
import { isRational } from './rationality.js'
import { Pole, type Ring } from './ring.js'
import { degreeRing, log2Error, type Bound, type DegreeRing } from './rings/degree.js'
import type { Extent } from './rings/denominator.js'
import { primeField } from './rings/prime-field.js'
import { transcendentalRing } from './rings/transcendental.js'
import { scalarValue, zipValues, type Value } from './value.js'
import { approximateWitness, rationalWitness, type Witness } from './witness.js'

/** Both sides at one point of any ring, of one shape. */
export interface Sides<T> {
  readonly left: Value<T>
  readonly right: Value<T>
  /** what the symbols were, for the witness */
  readonly point: Environment<T>
}

/** Two formulas or computed quantities, as a way to evaluate both at a generic point of any ring. */
export type Comparison = <T>(ring: Ring<T>, draw: Draw<T>) => Sides<T>

/** A generic point of any ring. Symmetric or commuting families are made here, from free entries that are drawn. */
export type PointOf = <T>(ring: Ring<T>, draw: Draw<T>) => Environment<T>

/** Free scalars, the named ones positive. */
export const scalars = (names: Iterable<string>, positive: ReadonlySet<string> = new Set()): PointOf => (_, draw) =>
  new Map(Array.from(names, (name) => [name, scalarValue(positive.has(name) ? draw.positive() : draw.any())] as const))

export type Identity =
  /** `exact`: the expanded polynomials agree as well, so that the error is none */
  | { readonly identical: true; readonly log2Error: number; readonly exact: boolean }
  | { readonly identical: false; readonly witness: Witness }
  /** residues differ, but at no real point tried do the values: happens only with roots, exponentials, logarithms */
  | { readonly identical: null; readonly reason: string }

export interface IdentityOptions {
  /** 64 uniform bits per call; of fresh entropy where the bound on the error is to be honest */
  readonly random: () => bigint
  /** how many primes; by default 2 */
  readonly primes?: number
  /** products of coefficients that the exact polynomials may take; by default none are tried */
  readonly exactSteps?: number
}

/** Primes or points in a row that may be unlucky before the formula itself is taken to have a pole everywhere. */
const PATIENCE = 40
const POINTS = 16

/**
 * Compares two formulas at the generic points of a family; pi is an indeterminate unless the point binds it.
 * @throws StatementError for shapes or names that do not fit
 * @throws Pole where every point tried is a pole
 */
export function compareFormulas(
  left: Expression, right: Expression, pointOf: PointOf, options: IdentityOptions,
): Identity {
  const comparison: Comparison = (ring, draw) => {
    const drawn = pointOf(ring, draw)
    const point = namesIn(left).has('pi') || namesIn(right).has('pi')
      ? new Map([['pi', scalarValue(draw.positive())] as const, ...drawn]) : drawn
    return { left: evaluate(left, point, ring), right: evaluate(right, point, ring), point }
  }
  return isRational(left) && isRational(right)
    ? compareRational(comparison, options) : compareTranscendental(comparison, options)
}

/** Compares two quantities that are rational functions of what is drawn. @throws Pole */
export function compareRational(
  comparison: Comparison, { random, primes = 2, exactSteps = 0 }: IdentityOptions,
): Identity {
  for (let k = 0; k < primes; k++) {
    const same = withoutPole(() => {
      const field = primeField(randomPrime(random))
      return agree(comparison(field, residues(field, random)), field)
    })
    if (!same) return { identical: false, witness: rationalWitness(comparison, random) }
  }
  const ring = degreeRing()
  const draw = counted(indeterminates(ring, false))
  const bound = largestBound(comparison(ring, draw), ring)
  const exact = exactSteps > 0 && isExactly(comparison, draw.count(), exactSteps)
  if (exact === false && exactSteps > 0) throw new Error('random points and exact polynomials contradict each other')
  return { identical: true, log2Error: log2Error(bound, primes), exact: exact === true }
}

/** Compares two quantities made with sqrt, exp, log, symbolic powers or opaque functions as well. @throws Pole */
export function compareTranscendental(comparison: Comparison, options: IdentityOptions): Identity {
  try {
    return compareOverFields(comparison, options)
  } catch (error) {
    // what fields cannot hold may still be seen to differ at a real point
    const isBeyond = error instanceof StatementError && ['TOO_MANY_EXPONENTS', 'EXPONENT'].includes(error.code)
    if (isBeyond) return differentSomewhere(comparison, options.random)
    throw error
  }
}

function compareOverFields(comparison: Comparison, { random, primes = 2 }: IdentityOptions): Identity {
  let [weight, points] = [1, POINTS]
  for (let k = 0; k < primes; k++) {
    const ring = withoutPole(() => {
      const at = transcendentalRing(randomSafePrime(random), POINTS, random)
      return agree(comparison(at, at.draw), at) ? at : null
    })
    if (!ring) return differentSomewhere(comparison, random)
    ;[weight, points] = [Math.max(weight, ring.weight()), Math.min(points, ring.live())]
  }
  const ring = degreeRing(weight)
  const bound = largestBound(comparison(ring, indeterminates(ring, true)), ring)
  return { identical: true, log2Error: log2Error(algebraic(bound, ring.roots()), primes, points), exact: false }
}

function differentSomewhere(comparison: Comparison, random: () => bigint): Identity {
  const witness = approximateWitness(comparison, random)
  return witness ? { identical: false, witness } : {
    identical: null,
    reason: 'the sides agree at real points, not as formulas: a sign under a root, or a relation unknown here',
  }
}

/** The norm over r square roots has 2^r times the degree, and all radicands are squares at one point in 2^r. */
const algebraic = <B extends { degree: number }>(bound: B, roots: number): B =>
  ({ ...bound, degree: bound.degree * 4 ** roots })

function agree<T>({ left, right }: Sides<T>, ring: Ring<T>): boolean {
  return zipValues(left, right, ring.sub).entries.every((row) => row.every(ring.isZero))
}

function largestBound({ left, right }: Sides<Bound | null>, ring: DegreeRing): Extent & { poles: number } {
  const entries = zipValues(left, right, ring.sub).entries.flat()
  const most = (of: (a: Bound) => number): number => entries.reduce((m, a) => Math.max(m, a ? of(a) : 0), 0)
  return { degree: most((a) => a.degree), height: most((a) => a.height), poles: most(ring.poles) }
}

/** Tries until one try meets no pole. */
export function withoutPole<R>(attempt: () => R): R {
  for (let k = 1; ; k++) {
    try {
      return attempt()
    } catch (error) {
      if (!(error instanceof Pole) || k >= PATIENCE) throw error
    }
  }
}
