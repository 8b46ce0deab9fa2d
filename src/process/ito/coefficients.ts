/** The coefficients of an Ito equation as trees: drift a and covariance rate B B' of each variable. */
import { multiply, power, number, transpose, type Expression } from '../../symbolic/expression.js'
import { derivativesWritten } from '../../symbolic/differentiate.js'
import { parseFormula } from '../../symbolic/parse.js'
import { coefficientOf, driftOf } from '../discretised.js'
import type { Inline } from '../lines.js'
import type { Diffusion } from '../text.js'

export interface Coefficients {
  readonly drift: Expression
  /** B B', a number or D x D; null where the variable has no noise */
  readonly covariance: Expression | null
}

/** Drift and covariance rate by variable; variables are driven by independent Wiener processes. */
export function coefficientsOf(
  process: Diffusion, inline: Inline = derivativesWritten,
): ReadonlyMap<string, Coefficients> {
  return new Map(Object.entries(process.state).map(([name, shape]) => {
    const b = inline(parseFormula(coefficientOf(process, name)))
    const square = shape === 'scalar' ? squared(b) : multiply(b, transpose(b))
    return [name, {
      drift: inline(parseFormula(driftOf(process, name))),
      covariance: b.kind === 'number' && b.numerator === 0n ? null : square,
    }]
  }))
}

/** b^2 without the roots that square to polynomials: sqrt(e)^2 = e. */
export function squared(b: Expression): Expression {
  if (b.kind === 'call' && b.name === 'sqrt') return b.operands[0]!
  if (b.kind === 'operator' && b.operator === 'negate') return squared(b.operands[0]!)
  if (b.kind === 'operator' && (b.operator === '*' || b.operator === '/')) {
    return { ...b, operands: b.operands.map(squared) }
  }
  return power(b, number(2))
}
