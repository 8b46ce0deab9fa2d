/**
 * Parts of a formula that name parameters alone are evaluated once per draw of the parameters, inverses and all;
 * in the formula a placeholder stands for them.
 */
import { callsIn, namesIn, operandsOf, symbol, withOperands, type Expression } from '../../symbolic/expression.js'

const ofTheProcess = ['mean', 'E', 'Cov', 'prev']

export interface Hoisted {
  readonly formula: Expression
  readonly parts: ReadonlyMap<string, Expression>
}

/** The formula with placeholders, and what they stand for. */
export function hoist(e: Expression, isParameter: (name: string) => boolean): Hoisted {
  const parts = new Map<string, Expression>()
  const change = (part: Expression): Expression => {
    if (!isFixed(part, isParameter)) return inside(part)
    const placeholder = `#${parts.size}`
    parts.set(placeholder, part)
    return symbol(placeholder)
  }
  // exponents stay as they are written: whether they are whole decides how they are evaluated
  const inside = (part: Expression): Expression => withOperands(part, operandsOf(part).map((operand, i) =>
    (part.kind === 'operator' && part.operator === '^' && i === 1 ? operand : change(operand))))
  return { formula: change(e), parts }
}

function isFixed(e: Expression, isParameter: (name: string) => boolean): boolean {
  const names = [...namesIn(e)]
  const calls = callsIn(e)
  return names.some(isParameter) && !ofTheProcess.some((name) => calls.has(name))
    && names.every((name) => isParameter(name) || name === 'I' || name === 'D')
}
