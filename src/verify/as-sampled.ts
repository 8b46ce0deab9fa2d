/**
 * The process as it is simulated: a law that is stated by a few moments has all those of the law that stands for it.
 */
import type { LawAnswers } from '../process/laws/law.js'
import { baseAt, type Base } from './algebra.js'
import { recurrenceOf } from './process-of.js'

type Laws = Readonly<Record<string, LawAnswers>>

/** The same point of the process with every law replaced by the one that is drawn. */
export function asSampled(base: Base<number>): Base<number> {
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
