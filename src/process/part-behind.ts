/** The part of a recurrence behind some of its names: the lines, states and draws that decide what they become. */
import { namesIn } from '../symbolic/expression.js'
import { linesOf, type Inline } from './lines.js'
import type { Recurrence } from './text.js'

/** The recurrence without the states, lines and noises that the named states do not depend on; the same in law. */
export function partBehind(process: Recurrence, states: Iterable<string>, inline: Inline): Recurrence {
  const lines = linesOf(process, inline)
  const names = new Set(states)
  for (let before = -1; before < names.size;) {
    before = names.size
    for (const { name, value } of lines) if (names.has(name)) namesIn(value, names)
  }
  const kept = <T>(all: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(all).filter(([name]) => names.has(name)))
  const { noise, batch } = process
  return {
    ...process,
    state: kept(process.state),
    step: lines.filter(({ name }) => names.has(name)).map(({ text }) => text),
    ...(noise && { noise: kept(noise) }),
    ...(batch && { batch: { ...batch, sample: kept(batch.sample) } }),
  }
}
