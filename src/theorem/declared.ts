/** What the compiler asks of a statement: which names each of its texts may use, field by field. */
import type { Domain, Role } from './domain.js'
import type { Assigned, Claimed, Defined, Formula, Parameters, Supposed } from './formula.js'
import type { Reserved } from './words.js'

export type Symbols = Readonly<Record<string, Domain>>

type Text<T> = T extends string ? T : never
type Field<T, K extends string> = K extends keyof T ? T[K] : {}
type Keys<T, K extends string> = keyof Field<T, K> & string

type OfRole<S extends Symbols, R extends Role> =
  { [K in keyof S]: S[K]['role'] extends R ? K & string : never }[keyof S]

export type Given<S extends Symbols> = OfRole<S, 'given'>
export type Measured<S extends Symbols> = OfRole<S, 'measured'>

/** Names of a theorem: its symbols and its definitions. */
export type NamesOf<S, W> = (keyof S & string) | Defined<keyof W>
/** What a process and the hypotheses may name: given symbols, functions, definitions. */
type Known<S extends Symbols, W> = OfRole<S, 'given' | 'function'> | Defined<keyof W>

/** Symbols must not take a reserved name; an index may be called i. */
export type Unreserved<S extends Symbols> = {
  readonly [K in keyof S as K extends Exclude<Reserved, 'i' & OfRole<S, 'index'>> ? K : never]:
    `the name "${K & string}" is reserved`
}

export type CheckedDefinitions<W, S extends Symbols> = {
  readonly [K in keyof W]: Defined<K> extends Reserved ? `the name "${Defined<K>}" is reserved`
    : W[K] extends string ? Formula<W[K], NamesOf<S, W> | Parameters<K>> : string
}

export type CheckedHypotheses<G, S extends Symbols, W> = {
  readonly [K in keyof G]: G[K] extends string ? Supposed<G[K], Known<S, W>> : string
}

/** One claim: its formula alone, or with conditions of its own. */
export interface ClaimText<Then = string, When = string, To = string, Claim = string> {
  readonly then: Then
  /** hypothesis of this claim beside those of the theorem, such as 'K * C == C * K' */
  readonly when?: When
  /** the claim holds in this limit: 'lambda -> 0' */
  readonly limit?: To
  /** in words */
  readonly says?: string
  /** a published claim that is false is kept as printed, expected to be refuted */
  readonly expected?: 'holds' | 'refuted'
  /** the claim that is true instead */
  readonly corrected?: Claim
}

/** Claims may name the states too: generator(f(theta)). The loader sees to it that they do so nowhere else. */
export type CheckedClaims<C, S extends Symbols, W, P = {}> = {
  readonly [K in keyof C]: C[K] extends string ? Claimed<C[K], NamesOf<S, W> | Keys<P, 'state'>>
    : ClaimText<
      Claimed<Text<Field<C[K], 'then'>>, NamesOf<S, W> | Keys<P, 'state'>>,
      Supposed<Text<Field<C[K], 'when'>>, Known<S, W>>,
      Formula<Text<Field<C[K], 'limit'>>, Given<S>>,
      keyof C & string
    > & { readonly [P in Exclude<keyof C[K], keyof ClaimText>]: `"${P & string}" is no field of a claim` }
}

type CheckedText<T, Declared extends string, Where extends string = 'this theorem'> =
  T extends string ? Formula<T, Declared, Where>
    : T extends readonly string[] ? { readonly [I in keyof T]: CheckedText<T[I], Declared, Where> } : T

/** The literal texts of a noise law are formulas of the given symbols, but for its name. */
type CheckedLaw<L, Declared extends string> = {
  readonly [K in keyof L]: K extends 'law' ? L[K] : CheckedText<L[K], Declared>
}
type CheckedLaws<N, Declared extends string> = { readonly [K in keyof N]: CheckedLaw<N[K], Declared> }

type CheckedBatch<B, Declared extends string> = {
  readonly [K in keyof B]: K extends 'size' ? CheckedText<B[K], Declared>
    : K extends 'sample' ? CheckedLaws<B[K], Declared>
      : B[K]
}

/** Lines of a step, one text, or one text for each variable. */
type CheckedLines<T, Declared extends string> = T extends string | readonly string[]
  ? CheckedText<T, Declared, 'this process'>
  : { readonly [K in keyof T]: CheckedText<T[K], Declared, 'this process'> }

type Locals<P> = Field<P, 'step'> extends readonly (infer L)[] ? Assigned<L> : never

/** States, noises, samples and local definitions of a process. */
export type NamesOfProcess<P> =
  Keys<P, 'state'> | Keys<P, 'noise'> | Keys<Field<P, 'batch'>, 'sample'> | Locals<P>

/** The symbols that code reads, with their shapes. */
type CheckedParameters<T, Declared extends string> = {
  readonly [K in keyof T]: K extends Declared ? T[K] : `"${K & string}" is not a symbol of the given symbols`
}

/** A process in text: its literal fields are checked, its hidden readings pass. */
export type CheckedProcess<P, S extends Symbols, W> = {
  readonly [K in keyof P]:
    K extends 'noise' ? CheckedLaws<P[K], Known<S, W>>
      : K extends 'batch' ? CheckedBatch<P[K], Known<S, W>>
        : K extends 'parameters' ? CheckedParameters<P[K], Known<S, W>>
        : K extends 'step' | 'drift' | 'diffusion' | 'exit' ? CheckedLines<P[K], Known<S, W> | NamesOfProcess<P>>
          : P[K]
}

/** What each measured symbol is, as a text over the process; anything that is no text passes. */
export type CheckedMeasures<M, S extends Symbols, W, P> = {
  readonly [K in Measured<S>]: K extends keyof M
    ? M[K] extends string ? Formula<M[K], Known<S, W> | NamesOfProcess<P>, 'this process'> : M[K]
    : string
}

/** A theorem that measures something must say how. */
export type Measuring<S extends Symbols> =
  [Measured<S>] extends [never] ? unknown : { process: object; measure: object }
