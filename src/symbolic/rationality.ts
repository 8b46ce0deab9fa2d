/** Is a formula, by its form, a rational function of its symbols? Then F_p and Q decide it. */
import { integerOf } from './evaluate.js'
import { operandsOf, type Expression } from './expression.js'

const rationalFunctions: ReadonlySet<string> = new Set(['Tr', 'det', 'inv', 'transpose', 'diag'])

export function isRational(e: Expression): boolean {
  if (e.kind === 'call' && !rationalFunctions.has(e.name)) return false
  if (e.kind === 'operator' && e.operator === '^' && integerOf(e.operands[1]!) === null) return false
  return operandsOf(e).every(isRational)
}
