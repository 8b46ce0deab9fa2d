/** Measures: every measured symbol is said to be something of the process, of its own shape. */
import { refuse } from '../../symbolic/errors.js'
import { parseFormula } from '../../symbolic/parse.js'
import { sameShape, shapeText } from '../../symbolic/value.js'
import type { Faults } from './fault.js'
import { nearest } from './nearest.js'
import { givenNames, read, shapeAt, type Scope } from './scope.js'
import type { Shaped } from './shape-ring.js'

/** @param process shapes of the names of the process */
export function checkMeasures(scope: Scope, process: ReadonlyMap<string, Shaped>, faults: Faults): void {
  const { symbols, measure } = scope.theorem
  const measured = Object.keys(symbols).filter((name) => symbols[name]!.role === 'measured')
  for (const name of measured) faults.attempt({ at: `measure ${name}` }, () => checkMeasure(name, scope, process))
  for (const name of Object.keys(measure)) {
    if (measured.includes(name)) continue
    faults.attempt({ at: `measure ${name}` }, () => {
      const near = nearest(name, measured)
      refuse('UNKNOWN_SYMBOL', `"${name}" is no measured symbol of this theorem${near ? `; did you mean "${near}"?` : ''}`)
    })
  }
}

function checkMeasure(name: string, scope: Scope, process: ReadonlyMap<string, Shaped>): void {
  const { measure, process: stated } = scope.theorem
  const text = Object.hasOwn(measure, name) ? measure[name] : undefined
  if (text === undefined) refuse('NO_MEASURE', `"${name}" is measured, but not how; write measure: { ${name}: 'Cov(w)' }`)
  if (!stated) refuse('NO_PROCESS', `"${name}" is measured, but there is no process`)
  if (typeof text !== 'string' || process.size === 0) return
  const words = { names: [...givenNames(scope), ...process.keys()], where: scope.where, of: 'this process' }
  const found = shapeAt(read(text, words, parseFormula, (e) => [e]), scope, new Map([...scope.shapes, ...process]))
  const declared = scope.shapes.get(name)!
  if (!sameShape(found, declared)) refuse('SHAPE', `"${name}" is declared as ${shapeText(declared)} and measured as ${shapeText(found)}`)
}
