/** The lines of a recurrence, executed over the nodes of a program. */
import { refuse } from '../../symbolic/errors.js'
import { isScalar, sameShape, shapeText, type Value } from '../../symbolic/value.js'
import type { Law } from '../laws/law.js'
import { atLine, linesOf, type Inline } from '../lines.js'
import type { Recurrence } from '../text.js'
import type { Builder } from './builder.js'
import { drawing } from './drawing.js'
import type { Nodes, Reader } from './reader.js'

/** Everything that has a name after the step: the new state, noises, local definitions. */
export function runLines(process: Recurrence, build: Builder, before: Nodes, read: Reader, inline?: Inline): Nodes {
  const scope = new Map([
    ...before,
    ...draws(process.noise ?? {}, build, 'noise'),
    ...draws(process.batch?.sample ?? {}, build, 'sample'),
  ])
  linesOf(process, inline).forEach(({ name, value, text }, i) => {
    const nodes = atLine(i, () => fits(read(value, scope), scope.get(name), `"${name}" changes its shape in "${text}"`))
    if (name in process.state && nodes.entries.flat().some(build.isSampled)) {
      refuse('SAMPLE_OUTSIDE_MEAN', `a sample noise is used outside mean() in "${text}", line ${i + 1}`)
    }
    scope.set(name, nodes)
  })
  return scope
}

function fits(value: Value<number>, old: Value<number> | undefined, complaint: string): Value<number> {
  return !old || sameShape(old, value) ? value
    : refuse('SHAPE', `${complaint}: ${shapeText(old)} and ${shapeText(value)}`)
}

function draws(laws: Readonly<Record<string, Law>>, build: Builder, op: 'noise' | 'sample'): [string, Value<number>][] {
  const at = drawing(build, op)
  return Object.entries(laws).map(([name, law]) => {
    const column = { rows: law.isVector ? 'D' : '1', columns: '1', entries: law.draw(at).map((node) => [node]) }
    return [name, isScalar(column) ? { ...column, entries: column.entries.slice(0, 1) } : column]
  })
}
