/** Points at which two different formulas can be seen to differ: small fractions, or doubles if those do not serve. */
import { doubles, smallFractions, type Draw } from './draw.js'
import { StatementError } from './errors.js'
import type { Environment } from './evaluate.js'
import { Pole, type Ring } from './ring.js'
import { double } from './rings/double.js'
import { Q, type Rational } from './rings/rational.js'
import type { Value } from './value.js'

type Comparison = <T>(ring: Ring<T>, draw: Draw<T>) => WitnessAt<T>

export interface WitnessAt<T> {
  readonly point: Environment<T>
  readonly left: Value<T>
  readonly right: Value<T>
}

export type Witness =
  | ({ readonly kind: 'exact' } & WitnessAt<Rational>)
  | ({ readonly kind: 'double' } & WitnessAt<number>)

const TRIES = 60
/** Far above what rounding does to a formula of a few hundred operations, far below what a misprint does. */
const VISIBLE = 1e-6

/** A point of small fractions at which two different rational functions differ. @throws Pole where none is found */
export function rationalWitness(comparison: Comparison, random: () => bigint): Witness {
  for (let k = 0; k < TRIES; k++) {
    const at = tried(() => comparison(Q, smallFractions(random)))
    if (at && differ(at, (a, b) => !Q.isZero(Q.sub(a, b)))) return { kind: 'exact', ...at }
  }
  throw new Pole(`the formulas differ, but have poles at ${TRIES} points of small fractions`)
}

/** A point of doubles at which the values differ visibly, or null. */
export function approximateWitness(comparison: Comparison, random: () => bigint): Witness | null {
  for (let k = 0; k < TRIES; k++) {
    const at = tried(() => comparison(double, doubles(random)))
    if (at && differ(at, visible) && isFinite(at)) return { kind: 'double', ...at }
  }
  return null
}

const visible = (a: number, b: number): boolean => Math.abs(a - b) > VISIBLE * (Math.abs(a) + Math.abs(b))

const differ = <T>({ left, right }: WitnessAt<T>, different: (a: T, b: T) => boolean): boolean =>
  left.entries.some((row, i) => row.some((a, j) => different(a, right.entries[i]![j]!)))

const isFinite = ({ left, right }: WitnessAt<number>): boolean =>
  [left, right].every((v) => v.entries.every((row) => row.every(Number.isFinite)))

function tried<R>(attempt: () => R): R | null {
  try {
    return attempt()
  } catch (error) {
    if (error instanceof Pole || (error instanceof StatementError && error.code === 'UNKNOWN_FUNCTION')) return null
    throw error
  }
}
