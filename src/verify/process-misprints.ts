/**
 * Plausible wrong versions of the process of a theorem: misprints of its lines, of drifts and Ito coefficients, a stale
 * value, two lines in the wrong order, and wrong sampling of a batch: one example too many, one example for the whole
 * batch, rows drawn the other way.
 */
import { rows } from '../process/laws/rows.js'
import type { Law } from '../process/laws/law.js'
import type { BatchText, Diffusion, Recurrence } from '../process/text.js'
import { StatementError } from '../symbolic/errors.js'
import { namesIn, type Expression } from '../symbolic/expression.js'
import { misprintsOf, type Vocabulary } from '../symbolic/misprints.js'
import { parseFormula, parseStep } from '../symbolic/parse.js'
import { print } from '../symbolic/print.js'
import { misprintsOfSteps } from '../symbolic/step-misprints.js'
import { shapeText } from '../symbolic/value.js'
import { scopeOf } from '../theorem/checks/definitions.js'
import { faultsOf } from '../theorem/checks/fault.js'
import { checkProcess } from '../theorem/checks/process.js'
import { shapeAt } from '../theorem/checks/scope.js'
import type { CompiledTheorem } from '../theorem/compile.js'

export interface ProcessMisprint {
  readonly process: Recurrence | Diffusion
  readonly change: string
}

/** Misprints of each drift and each Ito coefficient; the sign of a whole coefficient is no misprint, as dW has none. */
export function diffusionMisprints(process: Diffusion, compiled: CompiledTheorem): ProcessMisprint[] {
  return (['drift', 'diffusion'] as const).flatMap((field) => {
    const texts = process[field]
    return (typeof texts === 'string' ? [['', texts] as const] : Object.entries(texts)).flatMap(([name, text]) => {
      const e = parseFormula(text)
      const set = (by: string): Diffusion =>
        ({ ...process, [field]: typeof texts === 'string' ? by : { ...texts, [name]: by } })
      return misprintsOf(e, vocabularyOf(process, [e], compiled)).map(({ formula, description }) =>
        ({ process: set(print(formula)), change: `${field}${name && ` of ${name}`}: ${description}` }))
    })
  })
}

/** Misprints of the lines of a step, and of how a batch is drawn. */
export function stepMisprints(process: Recurrence, compiled: CompiledTheorem): ProcessMisprint[] {
  const written = process.step.map((line) => parseStep(line).value)
  const lines = misprintsOfSteps(process.step, vocabularyOf(process, written, compiled))
    .map(({ formula, description }) => ({ process: { ...process, step: formula }, change: description }))
  return [...lines, ...(process.batch ? batchMisprints(process, process.batch) : [])]
}

/** Shapes of all that a line may name; symbols of one shape that the process names may be taken for each other. */
function vocabularyOf(
  process: Recurrence | Diffusion, written: readonly Expression[], { theorem, symbols }: CompiledTheorem,
): Vocabulary {
  const faults = faultsOf(theorem.id)
  const scope = scopeOf(theorem, faults)
  const shapes = checkProcess(scope, faults)
  const named = new Set(written.flatMap((e) => [...namesIn(e)]))
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
    symmetric: new Set(
      given.filter(([, { symmetric, shape }]) => symmetric && shape === 'matrix').map(([name]) => name),
    ),
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
    ? [{ process: { ...process, batch: {
        size, sample: Object.fromEntries(samples.map(([name, law]) => [name, drawnOtherwise(law)])),
      } },
      change: samples[0]![1].rows!.replacement
        ? 'rows drawn without replacement' : 'rows drawn with replacement' }] : []
  const larger = { process: { ...process, batch: { size: `(${size}) + 1`, sample } }, change: 'a batch of one more' }
  return [larger, ...shared, ...other]
}

function drawnOtherwise({ rows: of, isVector }: Law): Law {
  const { data, replacement } = of!
  return rows({ data, replacement: !replacement, shape: isVector ? 'vector' : 'scalar' })
}
