/**
 * A theorem with one misprint planted in it, beside its twin without: the twin must hold and the planted one must fall.
 */
import type { Theorem } from '../../src/index.js'

export interface Planted {
  readonly planted: Theorem
  readonly twin: Theorem
  /** the claim that is wrong of the planted theorem */
  readonly claim: string
}

/** The twin with some of its texts replaced; of claims and evidence the one that is planted is kept. */
export function plant(twin: Theorem, claim: string, change: Partial<Theorem>): Planted {
  const claims = change.claims ?? twin.claims
  const evidence = Object.fromEntries(Object.keys(claims).map((name) => [name, twin.evidence[name]!]))
  return { twin, claim, planted: Object.freeze({ ...twin, ...change, evidence, id: `${twin.id}-planted` }) }
}
