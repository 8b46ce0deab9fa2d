/** Measures: every measured symbol is said to be something of the process, of its own shape. */
import { refuse } from '../../symbolic/errors.js'
import { sameShape, shapeText } from '../../symbolic/value.js'
import type { Faults } from './fault.js'
import { hint } from './nearest.js'
import { processWords, readFormula, shapeAt, type Scope } from './scope.js'
import type { Shapes } from './shape-ring.js'

/** @param process shapes of the names of the process */
export function checkMeasures(scope: Scope, process: Shapes, faults: Faults): void {
  const { symbols, measure } = scope.theorem
  const measured = Object.keys(symbols).filter((name) => symbols[name]!.role === 'measured')
  for (const name of measured) faults.attempt({ at: `measure ${name}` }, () => checkMeasure(name, scope, process))
  for (const name of Object.keys(measure)) {
    if (measured.includes(name)) continue
    faults.attempt({ at: `measure ${name}` }, () =>
      refuse('UNKNOWN_SYMBOL', `"${name}" is no measured symbol of this theorem${hint(name, measured)}`))
  }
}

function checkMeasure(name: string, scope: Scope, process: Shapes): void {
  const { measure, process: stated } = scope.theorem
  const text = Object.hasOwn(measure, name) ? measure[name] : undefined
  if (text === undefined) refuse('NO_MEASURE', `"${name}" is measured, but how? write measure: { ${name}: 'Cov(w)' }`)
  if (!stated) refuse('NO_PROCESS', `"${name}" is measured, but there is no process`)
  if (typeof text !== 'string' || process.size === 0) return
  const found = shapeAt(readFormula(text, processWords(scope, process)), scope, process)
  const declared = scope.shapes.get(name)!
  if (sameShape(found, declared)) return
  refuse('SHAPE', `"${name}" is declared as ${shapeText(declared)} and measured as ${shapeText(found)}`)
}
