import type { Expression } from './expression.js'

/**
 * The one thing the evaluator asks of its numbers. Doubles, fractions, residues mod p, degree bounds,
 * Laurent series, polynomials, kernel graphs and words of matrix letters all answer it, so one text has many readings.
 */
export interface Ring<T> {
  readonly name: string
  readonly zero: T
  readonly one: T
  /** the image of the fraction n / d */
  fraction(n: bigint, d: bigint): T
  add(a: T, b: T): T
  sub(a: T, b: T): T
  mul(a: T, b: T): T
  /** @throws Pole where b is zero; `where` is the subexpression, for messages */
  div(a: T, b: T, where?: Expression): T
  neg(a: T): T
  isZero(a: T): boolean
  /** zero beyond doubt, where isZero cannot always tell: lets elimination skip work */
  isKnownZero?(a: T): boolean
  /** not zero beyond doubt, where isZero cannot always tell */
  isKnownNonzero?(a: T): boolean
  /** a scalar function such as sqrt, exp, log; absent where the ring has none */
  apply?(name: string, operands: readonly T[], where: Expression): T
  /** a power whose exponent is no integer literal */
  power?(base: T, exponent: T, where: Expression): T
  /** a number read off a whole matrix that is not rational in its entries, such as norm */
  reduce?(name: string, m: readonly (readonly T[])[], where: Expression): T
  /** hooks of rings whose single entry stands for a whole matrix */
  transposed?(a: T): T
  trace?(a: T): T
  inverse?(m: readonly (readonly T[])[], where: Expression): T[][]
  /** A X = B where elimination would not do, as for bounds */
  solve?(a: readonly (readonly T[])[], b: readonly (readonly T[])[]): T[][]
  /** size of an entry, to pick pivots by; absent where any nonzero entry is as good as another */
  magnitude?(a: T): number
}

/** Division by zero at a point: draw another point. */
export class Pole extends Error {
  constructor(message = 'division by zero') {
    super(message)
    this.name = 'Pole'
  }
}
