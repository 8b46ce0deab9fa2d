/**
 * A law of noise answers for itself: the moments of one draw, how to draw it, whether it is Gaussian.
 * Shared code asks and never looks at the name.
 */
import type { Ring } from '../../symbolic/ring.js'
import type { Value } from '../../symbolic/value.js'
import type { Sampler } from '../program.js'

export type Texts = Readonly<Record<string, string | number | boolean | readonly string[]>>

/** A point of parameters at which moments are taken. */
export interface MomentPoint<T> {
  readonly ring: Ring<T>
  /** value of a formula in the parameters */
  value(text: string): Value<T>
}

export type Derive = (entries: readonly (readonly number[])[]) => number[][]

/** A place where the draws of a law are put together from independent standard variates; numbers are graph nodes. */
export interface Drawing {
  readonly ring: Ring<number>
  readonly dimension: number
  /** a fresh variate */
  variate(sampler: Sampler): number
  /** the row that this sample of the batch uses; all data laws of a sample share it */
  row(size: number, replacement: boolean): number
  /** numbers of a formula in the parameters, changed by `derive` once per draw of the parameters */
  derived(text: string, derive?: Derive): Value<number>
  /** entry of a parameter array in the row given by a node */
  gathered(text: string, column: number, row: number): number
  /** 1 where the node is positive, else 0 */
  isPositive(node: number): number
  /** how many rows a data set has */
  rowsOf(text: string): number
}

/** A law: the author's texts by name, which the compiler checks against the symbols, and its answers. */
export type Law<T = unknown> = T & LawAnswers

export interface LawAnswers {
  /** what it is called */
  readonly law: string
  /** has it D coordinates, or one? */
  readonly isVector: boolean
  /** the author's texts again, for checking names and for the page */
  readonly texts: Texts
  /** is every linear image of it Gaussian? */
  readonly isGaussian: boolean
  /** is it drawn as its negative is? absent where it is not, or not known to be */
  readonly isSymmetric?: boolean
  /** covariance of a centred Gaussian vector, as text; null for other laws */
  readonly wick: string | null
  /** moments of this degree and beyond are infinite; absent where all are finite */
  readonly infiniteFrom?: number
  /** E x^k of a scalar law as text in the parameters; null where it is infinite or not stated */
  moment(k: number): string | null
  /**
   * E of a product of coordinates of one draw, given by their indices (repeated for powers); undefined where not
   * stated
   */
  expectation<N>(indices: readonly number[], at: MomentPoint<N>): N | undefined
  /** the law that simulation draws, where it has more moments than are stated here */
  readonly sampled?: LawAnswers
  /** present where the samples of a batch are rows of one data set, drawn together */
  readonly rows?: Rows
  /** graph nodes of the coordinates of one draw */
  draw(at: Drawing): readonly number[]
}

/** Rows of a data set, read as one law of all its columns. */
export interface Rows {
  readonly data: string
  readonly replacement: boolean
}
