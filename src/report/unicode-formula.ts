/**
 * A checked statement as one line of Unicode, so that an author sees at once how it was read: juxtaposed factors,
 * K⁻¹, Kᵀ, and parentheses exactly where reading back would give another value.
 */
import type { Expression } from '../symbolic/expression.js'
import type { Claim } from '../symbolic/parse.js'
import type { Conditions, Statement } from '../symbolic/statement.js'
import { superscript, unicodeName } from './unicode-name.js'

type Piece = readonly [text: string, strength: number]
const SUM = 1, PRODUCT = 2, PREFIX = 3, POWER = 4, ATOM = 5

/** The line of a statement. */
export function unicodeStatement(statement: Statement): string {
  if (statement.kind === 'relation') return relation(statement)
  const all = (claims: Conditions): string => claims.map(relation).join(' and ')
  return `${all(statement.premise)}  ${statement.kind === 'iff' ? '⟺' : '⟹'}  ${all(statement.conclusion)}`
}

/** The line of a formula. */
export const unicodeFormula = (e: Expression): string => piece(e)[0]

const signs: Readonly<Record<string, string>> = { '==': '=', '<': '<', '<=': '≤', '>': '>', '>=': '≥' }

function relation({ left, relation: sign, right }: Claim): string {
  if (left.kind === 'call' && right.kind === 'number' && right.numerator === 0n && sign === '>') {
    if (left.name === 'posdef') return `${within(left.operands[0]!, SUM)} ≻ 0`
    if (left.name === 'exists') return `${within(left.operands[0]!, SUM)} exists`
  }
  return `${unicodeFormula(left)} ${signs[sign]} ${unicodeFormula(right)}`
}

function within(e: Expression, least: number): string {
  const [text, strength] = piece(e)
  return strength < least ? `(${text})` : text
}

function piece(e: Expression): Piece {
  switch (e.kind) {
    case 'symbol': return [unicodeName(e.name), ATOM]
    case 'number': return e.denominator === 1n ? [minus(`${e.numerator}`), e.numerator < 0n ? SUM : ATOM] : fraction(e)
    case 'call': return called(e.name, e.operands)
    case 'operator': return operated(e.operator, e.operands as readonly [Expression, Expression])
  }
}

const minus = (text: string): string => text.replace('-', '−')

function fraction({ numerator, denominator }: Extract<Expression, { kind: 'number' }>): Piece {
  const decimal = `${Number(numerator) / Number(denominator)}`
  return /^\d+\.\d{1,4}$/.test(decimal) ? [decimal, ATOM] : [minus(`${numerator}/${denominator}`), PRODUCT]
}

function operated(operator: string, [a, b]: readonly [Expression, Expression]): Piece {
  switch (operator) {
    case '+': return [`${within(a, SUM)} + ${within(b, PRODUCT)}`, SUM]
    case '-': return [`${within(a, SUM)} − ${within(b, PRODUCT)}`, SUM]
    case '*': return product(a, b)
    case '/': return [`${within(a, PRODUCT)}/${within(b, POWER)}`, PRODUCT]
    case 'negate': return [`−${within(a, POWER)}`, PREFIX]
    case 'transpose': return [`${within(a, ATOM)}ᵀ`, POWER]
    default: return raisedTo(a, b)
  }
}

/** A quotient takes in what stands after it unless it is kept together, and two numbers need a sign between them. */
function product(a: Expression, b: Expression): Piece {
  const isQuotient = a.kind === 'operator' && a.operator === '/'
  const [left, right] = [within(a, isQuotient ? POWER : PRODUCT), within(b, POWER)]
  return [/\d$/.test(left) && /^\d/.test(right) ? `${left} · ${right}` : `${left} ${right}`, PRODUCT]
}

function raisedTo(a: Expression, b: Expression): Piece {
  const up = superscript(within(b, 0).replace('−', '-'))
  return [`${within(a, ATOM)}${up ?? `^${within(b, ATOM)}`}`, POWER]
}

const rows: Readonly<Record<string, (operands: readonly string[]) => string>> = {
  diff: ([f, x, n]) => `d${n ? superscript(n) ?? `^${n}` : ''}/d${x}(${f})`,
  sum: ([k, a, b, f]) => `∑(${k} = ${a}..${b}: ${f})`,
  integral: ([x, a, b, f]) => `∫(${a}..${b}: ${f} d${x})`,
  abs: ([x]) => `|${x}|`,
  norm: ([x]) => `‖${x}‖`,
  mean: ([x]) => `⟨${x}⟩`,
  sqrt: ([x]) => `√(${x})`,
}

function called(name: string, operands: readonly Expression[]): Piece {
  const [first] = operands
  if (name === 'inv' && operands.length === 1) return [`${within(first!, ATOM)}⁻¹`, POWER]
  if (name === 'transpose' && operands.length === 1) return [`${within(first!, ATOM)}ᵀ`, POWER]
  const inside = operands.map(unicodeFormula)
  return [Object.hasOwn(rows, name) ? rows[name]!(inside) : `${unicodeName(name)}(${inside.join(', ')})`, ATOM]
}
