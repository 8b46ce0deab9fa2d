/**
 * The exponents and logarithms met so far. exp(u) is a power product of independent random squares, one for each
 * exponent that is no rational combination of earlier ones (independent exponents have algebraically independent
 * exponentials: Ax 1971), so exp(a + b) = exp(a) exp(b); log x is an exponent whose exponential is x.
 */
import { modularPower } from '../primes.js'
import { rationalCombination, type SmallFraction } from './combination.js'
import { inverse, type PrimeField } from './prime-field.js'

/** Residues at all points. */
export type Points = readonly bigint[]

/** What the table needs of the ring around it. */
export interface Around {
  readonly field: PrimeField
  /** the residues at the points still in use */
  live(a: Points): bigint[]
  any(): Points
  positive(): Points
  constant(x: bigint): Points
  /** the same, with points dropped at which it is no square */
  squares(a: Points): Points
}

export interface Exponentials {
  exp(u: Points): Points
  log(x: Points): Points
  /** the largest degree at which one base has entered an exponential */
  weight(): number
}

interface Entry {
  readonly exponent: Points
  readonly image: Points
}

/** An empty table. */
export function exponentials(around: Around): Exponentials {
  const basis: Entry[] = []
  const known: Entry[] = []
  let weight = 1
  const keep = (entry: Entry): Entry => (known.push(entry), entry)
  const keepIndependent = (entry: Entry): Entry => (basis.push(entry), keep(entry))
  const combined = (u: Points): Entry | null => {
    const c = rationalCombination(around.live(u), basis.map((b) => around.live(b.exponent)), around.field)
    if (!c) return null
    weight = Math.max(weight, degreeOf(c))
    return keep({ exponent: u, image: powerProduct(basis.map((b) => b.image), c, around) })
  }
  const exponential = (u: Points): Entry => known.find((entry) => same(entry.exponent, u, around))
    ?? combined(u)
    ?? keepIndependent({ exponent: u, image: around.positive() })
  const logarithm = (x: Points): Entry => known.find((entry) => same(entry.image, x, around))
    ?? productOfKnown(x, basis, around)
    ?? keepIndependent({ exponent: around.any(), image: x })
  return {
    exp: (u) => exponential(u).image,
    log: (x) => logarithm(around.squares(x)).exponent,
    weight: () => weight,
  }
}

function same(a: Points, b: Points, { live }: Around): boolean {
  const other = live(b)
  return live(a).every((x, i) => x === other[i])
}

const LONGEST_PRODUCT = 3
const powers: readonly SmallFraction[] = [[1n, 1n], [2n, 1n], [3n, 1n], [1n, 2n], [1n, 3n]].flatMap(([n, d]) =>
  [{ numerator: n!, denominator: d! }, { numerator: -n!, denominator: d! }])

/** log(x y) = log x + log y, searched among short products of powers of what has a logarithm. */
function productOfKnown(x: Points, basis: readonly Entry[], around: Around): Entry | null {
  const { field, live } = around
  const steps = basis.flatMap(({ image, exponent }) => powers.map((e): Entry => ({
    image: powerProduct([image], [{ ...e, numerator: -e.numerator }], around),
    exponent: exponent.map((v) => field.mul(v, field.fraction(e.numerator, e.denominator))),
  })))
  const search = (rest: Points, exponent: Points, length: number): Points | null => {
    if (live(rest).every((v) => v === 1n)) return exponent
    if (length === 0) return null
    for (const step of steps) {
      if (length === 1 && field.mul(live(rest)[0]!, live(step.image)[0]!) !== 1n) continue
      const more = pairwise(exponent, step.exponent, field.add)
      const found = search(pairwise(rest, step.image, field.mul), more, length - 1)
      if (found) return found
    }
    return null
  }
  const exponent = search(x, around.constant(0n), LONGEST_PRODUCT)
  return exponent && { image: x, exponent }
}

const pairwise = (a: Points, b: Points, join: (x: bigint, y: bigint) => bigint): Points =>
  a.map((x, i) => join(x, b[i]!))

function powerProduct(images: readonly Points[], c: readonly SmallFraction[], { field, constant }: Around): Points {
  const order = (field.p - 1n) / 2n
  const mod = (n: bigint): bigint => ((n % order) + order) % order
  return images.reduce<Points>((product, image, k) => {
    const { numerator, denominator } = c[k]!
    const e = mod(mod(numerator) * inverse(mod(denominator), order))
    return e ? product.map((x, i) => field.mul(x, modularPower(image[i]!, e, field.p))) : product
  }, constant(1n))
}

/** Degree of a power product in roots of its bases. */
function degreeOf(c: readonly SmallFraction[]): number {
  const root = c.reduce((m, { denominator: d }) => (m % Number(d) ? m * Number(d) : m), 1)
  return c.reduce((all, { numerator, denominator }) =>
    all + Math.abs(Number(numerator)) * (root / Number(denominator)), 0)
}
