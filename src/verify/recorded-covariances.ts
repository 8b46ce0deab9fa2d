/**
 * Exact covariances of what a recording averages, from the fourth moments of the process as it is sampled: a law that
 * is stated by a few moments has all those of the law that stands for it in simulation.
 */
import { averageCovariances } from '../process/moments/time-average.js'
import type { LawAnswers } from '../process/laws/law.js'
import { StatementError } from '../symbolic/errors.js'
import type { Polynomial } from '../symbolic/rings/polynomial.js'
import type { Value } from '../symbolic/value.js'
import { flatten } from './affine.js'
import { baseAt, type Base } from './algebra.js'
import { polynomialOf, type Observed } from './observed.js'
import { recurrenceOf } from './process-of.js'

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

type Laws = Readonly<Record<string, LawAnswers>>

/** The same point of the process with every law replaced by the one that is drawn. */
function asSampled(base: Base<number>): Base<number> {
  const { compiled, given, ring, dimension } = base
  const process = recurrenceOf(compiled)
  const laws = (all: Laws): Laws =>
    Object.fromEntries(Object.entries(all).map(([name, law]) => [name, law.sampled ?? law]))
  const stated = [process.noise ?? {}, process.batch?.sample ?? {}].flatMap((all) => Object.values(all as Laws))
  if (!stated.some(({ sampled }) => sampled)) return base
  const drawn = {
    ...process, noise: laws((process.noise ?? {}) as Laws),
    ...(process.batch ? { batch: { ...process.batch, sample: laws(process.batch.sample as Laws) } } : {}),
  }
  return baseAt({ ...compiled, theorem: Object.freeze({ ...compiled.theorem, process: drawn }) } as typeof compiled,
    given, ring, dimension)
}
