/** One line of a step, "name = formula": the name is a state, or new from the next line on. */
import { refuse } from '../../symbolic/errors.js'
import { parseStep } from '../../symbolic/parse.js'
import { sameShape, shapeText } from '../../symbolic/value.js'
import { checkName } from './names.js'
import { processWords, readFormula, shapeAt, type Scope } from './scope.js'
import type { Shaped, Shapes } from './shape-ring.js'

/** What the line sets. @throws StatementError */
export function checkLine(
  line: unknown, states: ReadonlySet<string>, known: Shapes, scope: Scope,
): { name: string; shape: Shaped } {
  const text = typeof line === 'string' ? line : refuse('NOT_A_TEXT', 'a step is no text; write "name = formula"')
  const [, body] = /^\s*[A-Za-z]\w*\s*=(?!=)(.*)$/s.exec(text) ?? []
  if (body !== undefined) readFormula(body, processWords(scope, known))
  const { name, value } = parseStep(text)
  const shape = shapeAt(value, scope, known)
  if (states.has(name)) checkState(name, shape, known)
  else checkLocal(name, scope)
  return { name, shape }
}

function checkState(name: string, found: Shaped, known: Shapes): void {
  const declared = known.get(name)
  if (declared && !sameShape(declared, found)) {
    refuse('SHAPE', `"${name}" is ${shapeText(declared)} and is set to ${shapeText(found)}`)
  }
}

function checkLocal(name: string, scope: Scope): void {
  checkName(name)
  if (scope.shapes.has(name)) {
    refuse('DUPLICATE', `"${name}" is a symbol of the theorem and cannot be set by the process; choose another name`)
  }
}
