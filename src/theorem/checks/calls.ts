/** Functions that a formula calls: known ones, with as many operands as they take. */
import { refuse } from '../../symbolic/errors.js'
import { operandsOf, type Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { functions } from '../../symbolic/vocabulary.js'
import type { Definition } from '../definitions.js'
import { callable } from './shape-calls.js'

/**
 * @param arbitrary symbols that stand for any function of one variable
 * @throws StatementError for a call of what is no function: "lambda (1 - mu)" reads as one
 */
export function checkCalls(e: Expression, where: readonly Definition[], arbitrary: ReadonlySet<string>): void {
  const isDefined = e.kind === 'call' && where.some(({ name, parameters }) => name === e.name && parameters.length > 0)
  if (e.kind === 'call' && !isDefined) checkCall(e, arbitrary)
  for (const part of operandsOf(e)) checkCalls(part, where, arbitrary)
}

function checkCall({ name, operands }: Extract<Expression, { kind: 'call' }>, arbitrary: ReadonlySet<string>): void {
  const counts = arbitrary.has(name) ? [1, 1] as const : functions.get(name)
  if (!counts && !callable.has(name)) {
    const inner = operands.map((operand) => print(operand)).join(', ')
    refuse('HIDDEN_PRODUCT', `"${name}" is no function; write the product "${name} * (${inner})" with *`)
  }
  const [least, most] = counts ?? [1, Infinity]
  if (operands.length >= least && operands.length <= most) return
  const takes = least === most ? `${least} operand${least === 1 ? '' : 's'}` : `${least} to ${most} operands`
  refuse('OPERANDS', `${name}() takes ${takes}, not ${operands.length}`)
}
