/**
 * Plausible wrong versions of the process of a theorem: misprints of its lines, a stale value, two lines in the wrong
 * order, and wrong sampling of a batch: one example too many, one example for the whole batch, rows drawn the other way.
 */
import { rows } from '../process/laws/rows.js'
import type { Law } from '../process/laws/law.js'
import type { BatchText, Recurrence } from '../process/text.js'
import { StatementError } from '../symbolic/errors.js'
import { namesIn } from '../symbolic/expression.js'
import type { Vocabulary } from '../symbolic/misprints.js'
import { parseStep } from '../symbolic/parse.js'
import { misprintsOfSteps } from '../symbolic/step-misprints.js'
import { shapeText } from '../symbolic/value.js'
import { scopeOf } from '../theorem/checks/definitions.js'
import { faultsOf } from '../theorem/checks/fault.js'
import { checkProcess } from '../theorem/checks/process.js'
import { shapeAt } from '../theorem/checks/scope.js'
import type { CompiledTheorem } from '../theorem/compile.js'
import { recurrenceOf } from './algebra.js'

export interface ProcessMisprint {
  readonly process: Recurrence
  readonly change: string
}

/** Every misprint of a recurrence, in a fixed order. */
export function processMisprints(compiled: CompiledTheorem): readonly ProcessMisprint[] {
  const process = recurrenceOf(compiled)
  const lines = misprintsOfSteps(process.step, vocabularyOf(process, compiled))
    .map(({ formula, description }) => ({ process: { ...process, step: formula }, change: description }))
  return [...lines, ...(process.batch ? batchMisprints(process, process.batch) : [])]
}

/** Shapes of all that a line may name; symbols of one shape that the process names may be taken for each other. */
function vocabularyOf(process: Recurrence, { theorem, symbols }: CompiledTheorem): Vocabulary {
  const faults = faultsOf(theorem.id)
  const scope = scopeOf(theorem, faults)
  const shapes = checkProcess(scope, faults)
  const named = new Set(process.step.flatMap((line) => [...namesIn(parseStep(line).value)]))
  const given = [...symbols].filter(([name, { role }]) => role === 'given' && named.has(name))
  return {
    shapeOf: (e) => {
      try {
        return shapeText(shapeAt(e, scope, shapes))
      } catch (error) {
        if (error instanceof StatementError) return null
        throw error
      }
    },
    symbols: [...given.map(([name]) => name), ...Object.keys(process.state)],
    symmetric: new Set(given.filter(([, { symmetric, shape }]) => symmetric && shape === 'matrix').map(([name]) => name)),
  }
}

function batchMisprints(process: Recurrence, { size, sample }: BatchText): ProcessMisprint[] {
  const samples = Object.entries(sample)
  const shared = samples.length < 2 ? [] : samples.map(([name, law]): ProcessMisprint => ({
    process: {
      ...process, noise: { ...process.noise, [name]: law },
      batch: { size, sample: Object.fromEntries(samples.filter(([other]) => other !== name)) },
    },
    change: `${name} drawn once for the whole batch`,
  })).filter(() => samples.every(([, law]) => !law.rows))
  const other = samples.every(([, law]) => law.rows)
    ? [{ process: { ...process, batch: { size, sample: Object.fromEntries(samples.map(([name, law]) => [name, drawnOtherwise(law)])) } },
      change: samples[0]![1].rows!.replacement ? 'rows drawn without replacement' : 'rows drawn with replacement' }] : []
  const larger = { process: { ...process, batch: { size: `(${size}) + 1`, sample } }, change: 'a batch of one more' }
  return [larger, ...shared, ...other]
}

function drawnOtherwise({ rows: of, isVector }: Law): Law {
  const { data, replacement } = of!
  return rows({ data, replacement: !replacement, shape: isVector ? 'vector' : 'scalar' })
}
