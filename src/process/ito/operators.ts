/**
 * generator(f) and current(p) in a formula: the operators of an Ito equation, written out as a f' + b^2 f''/2, summed
 * over states that are numbers, and a p - (b^2 p)'/2, for one state.
 */
import { derivativesWritten } from '../../symbolic/differentiate.js'
import { refuse } from '../../symbolic/errors.js'
import { callsIn, rewrite, type Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { currentOf, generated } from './generator.js'
import type { ItoForm } from './written-out.js'

const operators: ReadonlyMap<string, (form: ItoForm, f: Expression) => Expression> = new Map([
  ['generator', generated],
  ['current', (form: ItoForm, p: Expression) => currentOf(form, p)[0]!],
])

/** Does the formula apply an operator of the process? */
export const usesOperators = (e: Expression): boolean => [...callsIn(e)].some((name) => operators.has(name))

/**
 * The formula with the operators of the process and all derivatives written out.
 * @throws StatementError OPERATOR for a current of more than one dimension
 */
export function operatorsWritten(e: Expression, form: ItoForm): Expression {
  const written = rewrite(e, (node) => {
    const operator = node.kind === 'call' ? operators.get(node.name) : undefined
    if (!operator || node.kind !== 'call') return node
    if (node.name === 'current' && form.coordinates.length > 1) {
      refuse('OPERATOR', `"${print(node)}" needs a process of one dimension, not ${form.coordinates.join(', ')}`)
    }
    return operator(form, derivativesWritten(node.operands[0]!))
  })
  return derivativesWritten(written)
}
