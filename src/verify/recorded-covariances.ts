/**
 * Exact covariances of what a recording averages, from the fourth moments of the process as it is sampled: a law that
 * is stated by a few moments has all those of the law that stands for it in simulation.
 */
import { averageCovariances } from '../process/moments/time-average.js'
import { StatementError } from '../symbolic/errors.js'
import type { Polynomial } from '../symbolic/rings/polynomial.js'
import type { Value } from '../symbolic/value.js'
import { flatten } from './affine.js'
import type { Base } from './algebra.js'
import { asSampled } from './as-sampled.js'
import { polynomialOf, type Observed } from './observed.js'

/**
 * One row for each entry of the observables, NaN where an observable is no polynomial in the state; null where none is
 * known.
 */
export function recordedCovariances(
  base: Base<number>, observed: readonly Observed[], places: readonly Value<number>[], burnIn: number, steps: number,
): number[][] | null {
  try {
    const sampled = asSampled(base)
    const entries = observed.flatMap((one, k) => polynomialsOf(one, sampled) ?? flatten(places[k]!).map(() => null))
    const known = entries.flatMap((p, i) => (p ? [i] : []))
    const found = known.length
      ? averageCovariances(sampled.chain(), known.map((i) => entries[i]!), burnIn, steps) : null
    return found && entries.map((_, i) => entries.map((__, j) => found[known.indexOf(i)]?.[known.indexOf(j)] ?? NaN))
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}

function polynomialsOf(one: Observed, base: Base<number>): Polynomial<number>[] | null {
  try {
    return flatten(polynomialOf(one, base))
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}
