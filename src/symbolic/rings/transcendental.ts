/**
 * F_p at many points at once, with exp, log, sqrt and symbolic powers as functions. p = 2 q + 1 is a safe prime: the
 * squares mod p form a group of prime order q, in which every rational power has exactly one value. A point at
 * which a divisor vanishes, or something under a root is no square, is dropped. pi, erf, gamma are indeterminates:
 * sound where they cancel, blind to relations between them.
 */
import type { Draw } from '../draw.js'
import type { Expression } from '../expression.js'
import { modularPower } from '../primes.js'
import { randomBelow } from '../random.js'
import { Pole, type Ring } from '../ring.js'
import { exponentials, type Around, type Points } from './exponentials.js'
import { inverse, primeField, type PrimeField } from './prime-field.js'

export interface TranscendentalRing extends Ring<Points> {
  readonly draw: Draw<Points>
  /** How many points are still in use. */
  live(): number
  /** The largest degree that one exponential, power or logarithm has had. */
  weight(): number
}

/** A ring of `count` random points over F_p, p a safe prime. In use it throws Pole when the last point is dropped. */
export function transcendentalRing(p: bigint, count: number, random: () => bigint): TranscendentalRing {
  const field = primeField(p)
  const points = pointsOf(field, count, random)
  const table = exponentials(points)
  const { each, constant } = points
  const root = (a: Points): Points => {
    const half = (p + 1n) / 4n
    return each(points.squares(a), (x) => modularPower(x, half, p))
  }
  const quotient = (a: Points, b: Points): Points => each(points.nonzero(b), (x, i) => field.mul(a[i]!, inverse(x, p)))
  const tanh = (a: Points): Points => {
    const e = table.exp(each(a, (x) => field.add(x, x)))
    return quotient(each(e, (x) => field.sub(x, 1n)), each(e, (x) => field.add(x, 1n)))
  }
  const functions: Readonly<Record<string, (a: Points) => Points>> = {
    sqrt: root, exp: table.exp, log: table.log, tanh, abs: (a) => root(each(a, (x) => field.mul(x, x))),
  }
  const opaque = opaqueFunctions(points)
  return {
    name: `F_${p} at ${count} points`,
    zero: constant(0n),
    one: constant(1n),
    fraction: (n, d) => constant(field.fraction(n, d)),
    add: (a, b) => each(a, (x, i) => field.add(x, b[i]!)),
    sub: (a, b) => each(a, (x, i) => field.sub(x, b[i]!)),
    mul: (a, b) => each(a, (x, i) => field.mul(x, b[i]!)),
    div: quotient,
    neg: (a) => each(a, field.neg),
    isZero: (a) => points.live(a).every((x) => x === 0n),
    apply: (name, operands, where) => functions[name]?.(operands[0]!) ?? opaque(name, operands, where),
    power: (base, exponent) => table.exp(each(table.log(base), (x, i) => field.mul(x, exponent[i]!))),
    draw: points,
    live: () => points.live(constant(1n)).length,
    weight: table.weight,
  }
}

interface PointSet extends Around, Draw<Points> {
  each(a: Points, change: (x: bigint, i: number) => bigint): Points
  /** the same, with points dropped at which it vanishes */
  nonzero(a: Points): Points
}

function pointsOf(field: PrimeField, count: number, random: () => bigint): PointSet {
  const { p } = field
  const inUse = new Array<boolean>(count).fill(true)
  const each: PointSet['each'] = (a, change) => a.map((x, i) => (inUse[i] ? change(x, i) : 0n))
  const keepOnly = (a: Points, good: (x: bigint) => boolean): Points => {
    a.forEach((x, i) => (inUse[i] &&= good(x)))
    if (!inUse.includes(true)) throw new Pole('no point is left: a divisor vanishes or a root has no value at any')
    return each(a, (x) => x)
  }
  const constant = (x: bigint): Points => inUse.map(() => x)
  const any = (): Points => inUse.map(() => randomBelow(p, random))
  return {
    field,
    each,
    constant,
    any,
    positive: () => any().map((x) => (x * x) % p),
    live: (a) => a.filter((_, i) => inUse[i]),
    nonzero: (a) => keepOnly(a, (x) => x !== 0n),
    squares: (a) => keepOnly(a, (x) => x !== 0n && modularPower(x, (p - 1n) / 2n, p) === 1n),
  }
}

/** One indeterminate for each opaque function and operands. */
function opaqueFunctions(points: PointSet): (name: string, operands: readonly Points[], where: Expression) => Points {
  const met: { name: string; operands: readonly Points[]; value: Points }[] = []
  const same = (a: Points, b: Points): boolean => points.live(a).join() === points.live(b).join()
  return (name, operands) => {
    const before = met.find((m) => m.name === name && m.operands.every((a, k) => same(a, operands[k]!)))
    if (before) return before.value
    met.push({ name, operands, value: points.positive() })
    return met.at(-1)!.value
  }
}
