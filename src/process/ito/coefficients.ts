/** The coefficients of an Ito equation as trees: drift a and covariance rate B B' of each variable. */
import { divide, multiply, power, number, transpose, type Expression } from '../../symbolic/expression.js'
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
    const square = shape === 'scalar' ? squared(b) : outerSquare(b)
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

/** B B' of a vector's coefficient, roots of numbers apart: B = sqrt(e) R has e R R'. */
function outerSquare(b: Expression): Expression {
  const { root, rest } = rootsApart(b)
  const square = multiply(rest, transpose(rest))
  return root ? multiply(root, square) : square
}

interface RootsApart {
  /** the product of what stands under the roots; null where there are none */
  readonly root: Expression | null
  readonly rest: Expression
}

/** Square roots are of numbers, so they commute with all other factors. */
function rootsApart(b: Expression): RootsApart {
  if (b.kind === 'call' && b.name === 'sqrt') return { root: b.operands[0]!, rest: number(1) }
  if (b.kind !== 'operator') return { root: null, rest: b }
  const parts = b.operands.map(rootsApart)
  const [x, y] = parts
  const rest = { ...b, operands: parts.map((part) => part.rest) }
  if (b.operator === 'negate') return { root: x!.root, rest }
  if (b.operator === '*') return { root: x!.root && y!.root ? multiply(x!.root, y!.root) : x!.root ?? y!.root, rest }
  if (b.operator === '/') return { root: y!.root ? divide(x!.root ?? number(1), y!.root) : x!.root, rest }
  return { root: null, rest: b }
}
