/**
 * Degree and height bounds as a ring: run a text over it and read off how badly a random point can lie.
 * An element stands for N / (f1^e1 f2^e2 ...). Sums take the true lcm of the denominators, inverses share one
 * determinant, nothing else ever cancels: it bounds and never decides zero (null is the zero written as 0).
 */
import { determinant, inverseMatrix } from '../linear.js'
import { Pole, type Ring } from '../ring.js'
import {
  factorTable, fingerprints, joined, largest, lcm, residueOf, without, type Extent, type Factors, type Product,
} from './denominator.js'
import { solveBounds } from './degree-solve.js'

export interface Bound extends Extent {
  readonly denominator: Product
  /** residue at the point that tells factors apart */
  readonly residue: bigint
}

type Degree = Bound | null

export interface DegreeRing extends Ring<Degree> {
  /** An indeterminate; the same one for the same name, a new one without a name. */
  variable(name?: string): Bound
  /** 1 / variable(name). */
  reciprocal(name: string): Bound
  /** N / f known only by its bounds, such as an entry of a solved linear system over its determinant f. */
  over(numerator: Partial<Extent>, name: string, factor: Partial<Extent>): Bound
  /** Degree of the denominator. */
  poles(a: Degree): number
  /** How many different square roots were taken. */
  roots(): number
}

/** A fresh degree ring. `weight` is the degree that exp, log, symbolic powers and opaque functions count for. */
export function degreeRing(weight = 1): DegreeRing {
  const factors = factorTable()
  const radicands = new Set<bigint>()
  let unnamed = 0
  const indeterminate = (name: string, degree: number): Bound =>
    ({ degree, height: 0, denominator: new Map(), residue: factors.residue(name) })
  const variable = (name = `#${unnamed++}`): Bound => indeterminate(name, 1)
  const opaque = (name: string, of: readonly Degree[]): Bound =>
    indeterminate(`${name} of ${of.map((a) => a?.residue ?? 0n)}`, weight)
  const arithmetic = arithmeticOver(factors)
  const over: DegreeRing['over'] = (numerator, name, factor) => ({
    ...extent(numerator),
    residue: factors.residue(`#${unnamed++} over ${name}`),
    denominator: new Map([[factors.note(factors.residue(`#factor ${name}`), extent(factor)), 1]]),
  })
  return {
    ...arithmetic,
    solve: (a, b) => solveBounds(a, b, factors, over, `system ${unnamed++}`),
    apply: (name, of) => {
      if (name !== 'sqrt') return opaque(name, of)
      if (of[0]) radicands.add(of[0].residue)
      return of[0] ? rootOf(of[0], factors) : null
    },
    power: (base, exponent) => opaque('^', [base, exponent]),
    inverse: (m) => inverseOver(m, factors),
    variable,
    reciprocal: (name) => arithmetic.div(arithmetic.one, variable(name))!,
    over,
    poles: (a) => (a ? factors.extent(a.denominator).degree : 0),
    roots: () => radicands.size,
  }
}

const extent = (e: Partial<Extent>): Extent => ({ degree: e.degree ?? 0, height: e.height ?? 0 })
const bitsOf = (n: bigint): number => (n < 0n ? -n : n).toString(2).length

function arithmeticOver(factors: Factors): Ring<Degree> {
  const integer = (n: bigint): Bound => ({
    degree: 0,
    height: n === 1n || n === -1n ? 0 : bitsOf(n),
    residue: fingerprints.fraction(n, 1n),
    denominator: new Map(),
  })
  const add = (a: Degree, b: Degree): Degree =>
    a && b ? sumOf(a, b, fingerprints.add(a.residue, b.residue), factors) : a ?? b
  const neg = (a: Degree): Degree => a && { ...a, residue: fingerprints.neg(a.residue) }
  return {
    name: 'degree',
    zero: null,
    one: integer(1n),
    fraction: (n, d) => (n === 0n ? null : quotientOf(integer(n), integer(d), factors)),
    add,
    sub: (a, b) => add(a, neg(b)),
    mul: (a, b) => (a && b ? productOf(a, b) : null),
    div: (a, b) => (b ? a && quotientOf(a, b, factors) : pole()),
    neg,
    isZero: (a) => a === null,
  }
}

const pole = (): never => { throw new Pole() }

function sumOf(a: Bound, b: Bound, residue: bigint, factors: Factors): Bound {
  const denominator = lcm(a.denominator, b.denominator)
  const lifted = largest(lift(a, denominator, factors), lift(b, denominator, factors))
  return { degree: lifted.degree, height: lifted.height + 1, denominator, residue }
}

/** The numerator of an element brought to a larger denominator. */
function lift(a: Bound, denominator: Product, factors: Factors): Extent {
  const by = factors.extent(without(denominator, a.denominator))
  return { degree: a.degree + by.degree, height: a.height + by.height }
}

const productOf = (a: Bound, b: Bound): Bound => ({
  degree: a.degree + b.degree,
  height: a.height + b.height,
  denominator: joined(a.denominator, b.denominator),
  residue: fingerprints.mul(a.residue, b.residue),
})

function quotientOf(a: Bound, b: Bound, factors: Factors): Bound {
  const residue = fingerprints.div(a.residue, b.residue)
  const up = factors.extent(without(b.denominator, a.denominator))
  const rest = without(a.denominator, b.denominator)
  const key = b.degree || b.height ? factors.note(fingerprints.mul(b.residue, residueOf(b.denominator)), b) : null
  return {
    degree: a.degree + up.degree,
    height: a.height + up.height,
    denominator: key === null ? rest : joined(rest, new Map([[key, 1]])),
    residue,
  }
}

/** sqrt(N / d) = sqrt(N d) / d: an algebraic function of half the degree of N d. */
function rootOf(a: Bound, factors: Factors): Bound {
  const d = factors.extent(a.denominator)
  return {
    degree: Math.ceil((a.degree + d.degree) / 2),
    height: (a.height + d.height) / 2,
    denominator: a.denominator,
    residue: factors.residue(`sqrt of ${a.residue}`),
  }
}

/** inv(N / d) = d adj(N) / det N, with one factor det N for all entries. */
function inverseOver(m: readonly (readonly Degree[])[], factors: Factors): Degree[][] {
  const n = m.length
  const entries = m.flat().filter((x) => x !== null)
  const common = entries.reduce<Product>((all, x) => lcm(all, x.denominator), new Map())
  const entry = entries.map((x) => lift(x, common, factors)).reduce(largest, { degree: 0, height: 0 })
  const up = factors.extent(common)
  const residues = m.map((row) => row.map((x) => x?.residue ?? 0n))
  const det = m.reduce((d) => fingerprints.mul(d, residueOf(common)), determinant(residues, fingerprints))
  const minor = minorOf(entry, n - 1)
  const denominator = new Map([[factors.note(det, minorOf(entry, n)), 1]])
  return inverseMatrix(residues, fingerprints).map((row) => row.map((residue) => (
    { degree: minor.degree + up.degree, height: minor.height + up.height, denominator, residue })))
}

/** Bounds of a k x k minor. */
function minorOf(entry: Extent, k: number): Extent {
  let logFactorial = 0
  for (let i = 2; i <= k; i++) logFactorial += Math.log2(i)
  return { degree: k * entry.degree, height: k * entry.height + logFactorial }
}

/**
 * log2 of the probability that a wrong identity survives all primes. For each random 61-bit prime p with `points`
 * random points: (degree / (p - poles))^points (Schwartz 1980), plus the chance that p, one of more than 2^49 safe or
 * 2^54 other primes, divides every coefficient. Points beyond the third are not counted (combination.ts).
 */
export function log2Error(
  bound: { degree: number; height?: number; poles?: number }, primes: number, points?: number,
): number {
  const point = (bound.degree / (2 ** 60 - (bound.poles ?? 0))) ** Math.min(points ?? 1, 3)
  const prime = (bound.height ?? 0) / 60 / (points === undefined ? 2 ** 54 : 2 ** 49)
  return Math.min(0, primes * Math.log2(Math.max(point + prime, 2 ** -60)))
}
