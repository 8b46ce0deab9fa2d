/**
 * What a verification leaves behind: plain JSON that workers, shards, reporters and scripts exchange.
 * Every number is finite or null; a verdict says what was computed and nothing more.
 */

import type { Stated } from '../theorem/typeset.js'

/** proved: an exact identity · verified: within a stated precision at a stated error rate · the rest is never green. */
export type Verdict = 'proved' | 'verified' | 'refuted' | 'undecided' | 'invalid'

/** One piece of evidence for one claim; kinds add fields of their own. */
export interface Evidence {
  readonly kind: string
  readonly verdict: Verdict
  /** one line for a reader: how it was decided, with its error */
  readonly how: string
  readonly seconds: number
  readonly counterexample?: Counterexample | null
  /** the claim from which this one was proved to follow */
  readonly restsOn?: ClaimPlace
  readonly [detail: string]: unknown
}

/** A claim by its theorem and name. */
export interface ClaimPlace {
  readonly theorem: string
  readonly claim: string
}

/** Where a claim fails: the parameters, the two sides, and a short account. */
export interface Counterexample {
  /** symbol -> exact text, such as "3/7" or "[[1, 1/2], [1/2, 2]]" */
  readonly parameters: Readonly<Record<string, string>>
  readonly left: string | null
  readonly right: string | null
  readonly note: string
}

/** What became of the misprints of a claim. */
export interface Teeth {
  readonly total: number
  readonly killed: number
  /** misprints that are the same function, or true statements themselves */
  readonly equivalent: number
  readonly survivors: readonly string[]
  /** how many each kind of evidence excludes by itself */
  readonly by: Readonly<Record<string, number>>
  /** how many were tried by each kind: costly kinds try a sample of those that others have settled */
  readonly tried: Readonly<Record<string, number>>
}

/** What became of the misprints of the text of a process: each must be refuted by the evidence of some claim. */
export interface AlgorithmTeeth {
  readonly total: number
  readonly killed: number
  /** misprints that are the same map in law, or change no first or second moment of any step */
  readonly equivalent: number
  /** misprints of which every claim that algebra can ask is proved as well: those do not depend on what they change */
  readonly alsoTrue: readonly string[]
  readonly survivors: readonly string[]
}

/** Strata of the parameters that the simulated draws hit, of those that draws can hit. */
export interface Coverage {
  readonly draws: number
  readonly dimensions: readonly number[]
  /** thirds of the range of each symbol, in the logarithm, and where the draws lie on it */
  readonly symbols: Readonly<Record<string, Strata & Partial<Places>>>
  /** pairs of thirds of two symbols */
  readonly pairs: Strata
  /** draws in which a count is one, or a fraction of one above a half */
  readonly corners: Readonly<Record<string, number>>
  /** the part of the draws in which a symbol lies in the outer tenth of its range, at either end */
  readonly edges?: Readonly<Record<string, number>>
}

export interface Strata {
  readonly hit: number
  readonly of: number
}

/** A range and where in it something lies, from 0 at its lower end to 1 at its upper end, in the logarithm. */
export interface Places {
  readonly from: number
  readonly to: number
  readonly at: readonly number[]
}

export interface ClaimReport {
  readonly name: string
  readonly statement: string
  readonly tex: string
  readonly says: string | null
  readonly when: string | null
  /** what the claim supposes and the limit in which it holds, as LaTeX */
  readonly conditions?: { readonly when: string | null; readonly limit: string | null }
  readonly expected: 'holds' | 'refuted'
  readonly corrected: string | null
  readonly verdict: Verdict
  readonly asExpected: boolean
  readonly evidence: readonly Evidence[]
  readonly misprints: Teeth | null
  readonly counterexample: Counterexample | null
  readonly replay: string | null
  /** of a run with a ledger: what all its runs say together, for each simulation of the claim */
  readonly accumulated?: readonly Accumulated[]
}

/** The evidence of independent runs, added up. */
export interface Accumulated {
  readonly seeds: number
  readonly samples: number
  /** logarithm of the product of the e-values against the claim; it is refuted from `needed` on */
  readonly logE: number
  readonly needed: number
  /** from the tightest precision to the widest */
  readonly certificates: readonly Certificate[]
}

/** Verified within `precision` at so many random parameters: it fails by more on at most a share `failing` of them. */
export interface Certificate {
  readonly precision: number
  readonly draws: number
  readonly failing: number
}

export interface TheoremReport {
  readonly id: string
  readonly file: string
  readonly title: string
  readonly source: { readonly key: string; readonly at: string; readonly url: string }
  /** symbols, hypotheses and algorithm as LaTeX */
  readonly stated?: Stated | null
  readonly claims: readonly ClaimReport[]
  /** what became of the misprints of the process; null where it was not attacked */
  readonly algorithm?: AlgorithmTeeth | null
  /** where in their domains the simulated parameters lie; null where nothing was simulated */
  readonly coverage?: Coverage | null
  readonly seconds: number
}

/** An ill-stated module or claim: it costs its own verdict and never another's. */
export interface StatementFault {
  readonly file: string
  readonly claim: string | null
  readonly code: string
  readonly message: string
}

/** Budget of a run: error rates and precision, as they were used. */
export interface Budget {
  readonly suiteAlpha: number
  readonly alphaVerify: number
  readonly precision: number
  readonly alarms?: Alarms
}

/**
 * Probabilities of a false refutation: set aside for the simulations of a run, and the most that their draws could
 * spend.
 */
export interface Alarms {
  readonly simulations: number
  readonly allocated: number
  readonly spent: number
}

export interface RunReport {
  readonly schema: 1
  readonly engine: { readonly version: string; readonly node: string }
  readonly seed: string
  readonly budget: Budget
  readonly theorems: readonly TheoremReport[]
  readonly errors: readonly StatementFault[]
  readonly summary: Summary
}

export interface Summary {
  readonly theorems: number
  readonly claims: number
  readonly asExpected: number
  readonly proved: number
  readonly verified: number
  readonly refuted: number
  readonly undecided: number
  readonly invalid: number
  readonly seconds: number
}
