/** What became of the misprints of an algorithm, in words: one line, and one for each that was not excluded. */
import type { TheoremReport } from '../verify/evidence.js'

/** `  algorithm  misprints 41/41`; nothing where the algorithm was not attacked. */
export function algorithmLines({ algorithm }: Pick<TheoremReport, 'algorithm'>): string[] {
  if (!algorithm) return []
  const { total, killed, equivalent, alsoTrue, survivors } = algorithm
  const rest = [equivalent && `${equivalent} the same`, alsoTrue.length && `${alsoTrue.length} as true`].filter(Boolean)
  const wrong = total - equivalent - alsoTrue.length
  return [`  algorithm  misprints ${[`${killed}/${wrong}`, ...rest].join(', ')}`,
    ...survivors.map((text) => `      not excluded: ${text}`)]
}
