/** One theorem under verification: its texts, what may be spent, its randomness, and what its claims share. */
import { randomBits } from '../symbolic/random.js'
import type { CompiledClaim, CompiledTheorem } from '../theorem/compile.js'
import type { Decided } from './decided.js'
import type { Look } from './look.js'
import type { VerifyOptions } from './options.js'

export interface Case {
  readonly compiled: CompiledTheorem
  readonly options: VerifyOptions
  /** 64 uniform bits at a time, from the run's seed, this theorem and a purpose */
  random(purpose: string): () => bigint
  /**
   * computes once for each key, an error as well: points, draws and recordings serve all claims and all misprints
   */
  once<T>(key: string, make: () => T): T
  /** decisions by their keys: those made elsewhere, to which the ones made here are added; absent: none is kept */
  readonly decisions?: Map<string, Decided>
  /** resolves when nobody else is about to decide a draw, by its number; absent: nobody does */
  elsewhere?(draw: number): Promise<void>
  /** hears how far a simulation is */
  readonly tell?: (look: () => Look) => void
  /** the same for what does not depend on the process: misprints of the algorithm share it with the theorem */
  shared<T>(key: string, make: () => T): T
}

/** Opens the case of a theorem, or of one whose process alone differs from that of `kin`. */
export function caseOf(compiled: CompiledTheorem, options: VerifyOptions, kin?: Case): Case {
  return {
    compiled,
    options,
    random: (purpose) => randomBits(JSON.stringify([options.seed, compiled.theorem.id, purpose])),
    once: memory(),
    shared: kin?.shared ?? memory(),
  }
}

/** The claims that the options ask for, in order. */
export const claimsAsked = ({ compiled, options }: Case): CompiledClaim[] =>
  [...compiled.claims.values()].filter(({ name }) => options.claims?.includes(name) ?? true)

function memory(): Case['once'] {
  const kept = new Map<string, () => unknown>()
  return <T>(key: string, make: () => T): T => {
    if (!kept.has(key)) kept.set(key, outcomeOf(make))
    return kept.get(key)!() as T
  }
}

/** Gives or throws again what a computation gave or threw: that there is no value may have taken long to find. */
function outcomeOf<T>(make: () => T): () => T {
  try {
    const value = make()
    return () => value
  } catch (error) {
    return () => { throw error }
  }
}
