/**
 * The form of a theorem: symbols with domains, hypotheses, the algorithm as text, claims, and the evidence for each.
 * Light on purpose: nothing here parses, draws or runs, so that a thousand theorems can be listed at once.
 */
import type {
  CheckedClaims, CheckedDefinitions, CheckedHypotheses, CheckedMeasures, CheckedProcess, ClaimText, Given, Measuring,
  Symbols, Unreserved,
} from './declared.js'
import type { Domain } from './domain.js'
import type { Source } from './source.js'
import type { Support } from './support.js'

/** A theorem as its author wrote it, frozen. */
export interface Theorem {
  /** path below theorems/ without extension: 'liu2021/momentum-covariance' */
  readonly id: string
  readonly title: string
  readonly source: Source
  /** the result in words */
  readonly says?: string
  readonly symbols: Readonly<Record<string, Domain>>
  readonly given: Readonly<Record<string, string>>
  readonly where: Readonly<Record<string, string>>
  readonly process?: object
  readonly measure: Readonly<Record<string, unknown>>
  readonly claims: Readonly<Record<string, string | ClaimText>>
  readonly evidence: Readonly<Record<string, readonly Support[]>>
}

/** What an author writes. */
export interface TheoremText<S, G, W, P, M, C, Claim extends string, Name extends string> {
  /** path below theorems/ without extension */
  readonly id: string
  readonly title: string
  readonly source: Source
  readonly says?: string
  readonly symbols: S
  /** hypotheses by name: inequalities, posdef(X), or equalities that a construction can meet */
  readonly given?: G
  /** definitions in order: 'name' or 'name(x)' -> formula */
  readonly where?: W
  readonly process?: P
  /** measured symbol -> what it is of the process: 'Cov(w)' */
  readonly measure?: M
  readonly claims: C
  readonly evidence: { readonly [K in Claim]: readonly [Support<Claim, Name>, ...Support<Claim, Name>[]] }
}

/** States a theorem; every name in every text is checked by the compiler, and again by the loader. */
export function defineTheorem<
  const S extends Symbols,
  const W extends CheckedDefinitions<W, S> = {},
  const G extends CheckedHypotheses<G, S, W> = {},
  const P extends CheckedProcess<P, S, W> = {},
  const M extends CheckedMeasures<M, S, W, P> = never,
  const C extends CheckedClaims<C, S, W, P> = never,
>(
  text: TheoremText<S & Unreserved<S>, G, W, P, M, C, keyof NoInfer<C> & string, Given<NoInfer<S>>> & Measuring<S>,
): Theorem {
  const { given = {}, where = {}, measure = {}, ...rest } = text as Partial<Theorem>
  return Object.freeze({ ...rest, given, where, measure }) as Theorem
}
