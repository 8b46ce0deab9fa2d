/** The closed forms that the moment engine finds for a theorem's measured symbols, as lines for a reader. */
import { derive as deriveEntry, type Derived } from '../process/derive/derive.js'
import type { Pattern, Patterns } from '../process/derive/patterns.js'
import type { Recurrence } from '../process/text.js'
import { StatementError } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { randomBits } from '../symbolic/random.js'
import { compile, type CompiledTheorem } from '../theorem/compile.js'
import type { Theorem } from '../theorem/define.js'
import { inlined } from './inlined.js'
import { recurrenceOf } from './process-of.js'

/**
 * `Sigma = ...` in one dimension, and `Sigma_ij = ...` in an eigenbasis of the first matrix where the form is short.
 */
export async function derive(theorem: Theorem): Promise<readonly string[]> {
  const compiled = await compile(theorem)
  const process = recurrenceOf(compiled)
  const measures = [...compiled.measure].filter(([, e]) => e.kind === 'call' && (e.name === 'E' || e.name === 'Cov'))
  return measures.flatMap(([name, e]) => [
    line(`${name} (D = 1)`, () => found(process, e, compiled, 1)),
    ...(compiled.symbols.get(name)?.shape === 'matrix'
      ? [line(`${name}_ij`, () => found(process, e, compiled, 2, [0, 1]))] : []),
  ]).filter((text) => text !== null)
}

function found(
  process: Recurrence, e: Expression, compiled: CompiledTheorem, dimension: number, entry?: readonly [number, number],
): Derived {
  return deriveEntry(process, e, {
    dimension, patterns: patternsOf(compiled), inline: inlined(compiled.where),
    random: randomBits(`derive ${compiled.theorem.id}`),
    ...(entry && { entry }),
  })
}

/** A form that is too long, or zero, says nothing. */
function line(name: string, find: () => Derived): string | null {
  try {
    const { text } = find()
    return text === '0' || text.length > 600 ? null : `${name} = ${text}`
  } catch (error) {
    if (error instanceof StatementError && error.code !== 'DERIVED_WRONG') return `${name}: ${error.message}`
    if (error instanceof Error && error.name === 'OutOfSteps') return null
    throw error
  }
}

/** The first symmetric matrix is diagonal by choice of the basis, and all that commutes with it. */
function patternsOf({ symbols }: CompiledTheorem): Patterns {
  const given = [...symbols].filter(([, { role }]) => role === 'given')
  const first =
    given.find(([, { shape, symmetric, commutesWith }]) => shape === 'matrix' && symmetric && !commutesWith)?.[0]
  return new Map(given.map(([name, { shape, symmetric, commutesWith }]): [string, Pattern] => {
    if (shape !== 'matrix') return [name, shape === 'vector' ? 'vector' : 'scalar']
    if (name === first || commutesWith === first) return [name, 'diagonal']
    return [name, symmetric ? 'symmetric' : 'matrix']
  }))
}
