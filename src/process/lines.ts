/** The lines of a recurrence as checked trees, parsed once. */
import type { Expression } from '../symbolic/expression.js'
import { parseStep } from '../symbolic/parse.js'
import { derivativesWritten } from '../symbolic/differentiate.js'
import { StatementError } from '../symbolic/errors.js'
import type { Recurrence } from './text.js'

export interface Line {
  readonly name: string
  readonly value: Expression
  readonly text: string
}

/** Replaces calls of definitions by their formulas and writes derivatives out. */
export type Inline = (e: Expression) => Expression

const parsed = new WeakMap<Recurrence, readonly Line[]>()

/** The lines in order. @throws StatementError naming the line */
export function linesOf(process: Recurrence, inline: Inline = derivativesWritten): readonly Line[] {
  if (!parsed.has(process)) {
    parsed.set(process, process.step.map((text, i) => atLine(i, () => ({ ...parseStep(text), text }))))
  }
  return parsed.get(process)!.map((line, i) => atLine(i, () => ({ ...line, value: inline(line.value) })))
}

/** Runs something for line i (counted from 0) and says the line in the errors of the statement. */
export function atLine<T>(i: number, run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof StatementError) throw new StatementError(error.code, `${error.message}, line ${i + 1}`)
    throw error
  }
}
