/**
 * What a symbol ranges over. A domain declares everything about its symbol: how it is drawn, how it stands as a
 * generic point of a field, and how the page prints it. Shared code asks the domain and never switches on it.
 */
import type fastCheck from 'fast-check'
import type { Arbitrary } from 'fast-check'
import type { Ring } from '../symbolic/ring.js'
import type { Rational } from '../symbolic/rings/rational.js'
import type { Size, Value } from '../symbolic/value.js'

/**
 * given: a parameter · measured: something of the process · index: runs over 1 .. D in a claim about entries
 * · function: any smooth function of one variable
 */
export type Role = 'given' | 'measured' | 'index' | 'function'
export type FastCheck = typeof fastCheck

/** What a generic point may use: a field, its random elements, and the points of the symbols before it. */
export interface PointContext<T> {
  readonly ring: Ring<T>
  /** a random element of the field */
  readonly random: () => T
  /** the number that 'D' stands for */
  readonly dimension: number
  /** the point of a symbol that this domain depends on */
  readonly valueOf: (name: string) => Value<T>
}

/** What a draw may use. */
export interface DrawContext {
  readonly fc: FastCheck
  readonly dimension: number
  /** rational orthogonal matrix that this symbol shares with all that commute with it */
  readonly basis: readonly (readonly Rational[])[]
  /** must this symbol be diagonal in `basis`, because others commute with it? */
  readonly shared: boolean
}

/** How the page writes the range, given the symbol as text or as LaTeX: '0 < mu < 1'. */
export interface Range {
  plain(name: string): string
  tex(name: string): string
}

export interface Domain<R extends Role = Role> {
  readonly role: R
  readonly shape: 'scalar' | 'vector' | 'matrix' | 'law'
  readonly rows: Size
  readonly columns: Size
  readonly symmetric: boolean
  /** in words: 'learning rate' */
  readonly describes: string
  readonly range: Range
  /** how LaTeX writes the symbol, where its name does not tell */
  readonly tex?: string
  /** a count: only whole numbers make sense */
  readonly whole: boolean
  /** drawn last, at a stratified fraction of the boundary that the hypotheses set */
  readonly scaled: boolean
  /** the symbol that this one commutes with */
  readonly commutesWith?: string
  /** A generic point: every polynomial identity that holds here holds everywhere, up to a small probability. */
  point<T>(context: PointContext<T>): Value<T>
  /** Exact rationals of this domain; the simplest first when shrunk. */
  draw(context: DrawContext): Arbitrary<Value<Rational>>
  /** Is the exact value inside? */
  contains(value: Value<Rational>): boolean
}

/** Optional answers of every domain. */
export interface DomainOptions {
  /** how LaTeX writes the symbol, where its name does not tell */
  readonly tex?: string
  /** drawn last, at a stratified fraction of the boundary that the hypotheses set: a learning rate of any shape */
  readonly scaled?: boolean
}
