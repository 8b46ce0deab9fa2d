/**
 * A formula as LaTeX, by precedence: parentheses exactly where reading back would give another value. Products are
 * juxtaposed, quotients are fractions, inv(X) is X^{-1}, X' is X^{\top}.
 */
import type { Expression } from './expression.js'
import { callText } from './latex-calls.js'
import { latexName } from './latex-name.js'
import type { Claim, Relation } from './parse.js'
import type { Conditions, Statement } from './statement.js'

export type TexNames = ReadonlyMap<string, string>

/**
 * What a piece of text binds like: a sum; a sum or integral sign, which takes in all that follows; a product; what a
 * superscript was put on; one that may still take a superscript.
 */
export type Strength = 'sum' | 'sign' | 'product' | 'power' | 'atom'
export type Piece = readonly [text: string, strength: Strength]

/** The LaTeX of a formula; `names` holds symbols with a text of their own. */
export const latex = (e: Expression, names: TexNames = new Map()): string => piece(e, names)[0]

/** The LaTeX of an equality or inequality. */
export function latexClaim({ left, relation, right }: Claim, names: TexNames = new Map()): string {
  if (left.kind === 'call' && relation === '>' && isZero(right)) {
    if (left.name === 'posdef') return `${latex(left.operands[0]!, names)} \\succ 0`
    if (left.name === 'exists') return `${latex(left.operands[0]!, names)} \\text{ exists}`
  }
  return `${latex(left, names)} ${relations[relation]} ${latex(right, names)}`
}

/** The LaTeX of a claim, also of one that joins conditions. */
export function latexStatement(statement: Statement, names: TexNames = new Map()): string {
  if (statement.kind === 'relation') return latexClaim(statement, names)
  const all = (claims: Conditions): string => claims.map((claim) => latexClaim(claim, names)).join(' \\text{ and } ')
  return `${all(statement.premise)} \\${statement.kind} ${all(statement.conclusion)}`
}

const relations: Readonly<Record<Relation, string>> = { '==': '=', '<': '<', '<=': '\\le', '>': '>', '>=': '\\ge' }
const isZero = (e: Expression): boolean => e.kind === 'number' && e.numerator === 0n

/** The text of a node with what it binds like. */
export function piece(e: Expression, names: TexNames): Piece {
  switch (e.kind) {
    case 'number': return numberPiece(e.numerator, e.denominator)
    case 'symbol': return namePiece(latexName(e.name, names))
    case 'call': return callText(e.name, e.operands, names)
    case 'operator': return operatorPiece(e, names)
  }
}

export const parenthesised = (text: string): string => `\\left(${text}\\right)`

/** The text of a node as something that a superscript can be put on. */
export function baseText(e: Expression, names: TexNames): string {
  const [text, strength] = piece(e, names)
  return strength === 'atom' ? text : parenthesised(text)
}

const namePiece = (text: string): Piece => [text, text.includes('^') ? 'power' : 'atom']

function numberPiece(n: bigint, d: bigint): Piece {
  if (n < 0n) return [`-${numberPiece(-n, d)[0]}`, 'sum']
  if (d === 1n) return [`${n}`, 'atom']
  const decimal = Number(n) / Number(d)
  const places = `${decimal}`.split('.')[1]?.length ?? 0
  const isExact = /^\d+\.\d{1,4}$/.test(`${decimal}`)
    && BigInt(`${decimal}`.replace('.', '')) * d === n * 10n ** BigInt(places)
  return isExact ? [`${decimal}`, 'atom'] : [`\\frac{${n}}{${d}}`, 'product']
}

function operatorPiece(e: Extract<Expression, { kind: 'operator' }>, names: TexNames): Piece {
  const [a, b] = e.operands as readonly [Expression, Expression]
  switch (e.operator) {
    case '+': return [`${latex(a, names)} + ${term(b, names, '+')}`, 'sum']
    case '-': return [`${latex(a, names)} - ${term(b, names, '-')}`, 'sum']
    case 'negate': return [`-${term(a, names, '-')}`, 'sum']
    case '*': return [productText(a, b, names), 'product']
    case '/': return [quotientText(a, b, names), 'product']
    case 'transpose': return [`${baseText(a, names)}^{\\top}`, 'power']
    case '^': return [`${baseText(a, names)}^{${exponentText(b, names)}}`, 'power']
  }
}

/** What follows a sign. */
function term(e: Expression, names: TexNames, sign: '+' | '-'): string {
  const [text, strength] = piece(e, names)
  return text.startsWith('-') || (sign === '-' && strength === 'sum') ? parenthesised(text) : text
}

function productText(a: Expression, b: Expression, names: TexNames): string {
  const [left, leftStrength] = piece(a, names)
  const [right, rightStrength] = piece(b, names)
  const isMinus = a.kind === 'operator' && a.operator === 'negate' || a.kind === 'number' && a.numerator < 0n
  const l = (leftStrength === 'sum' && !isMinus) || leftStrength === 'sign' ? parenthesised(left) : left
  const r = rightStrength === 'sum' || right.startsWith('-') ? parenthesised(right) : right
  return /^\d/.test(r) || (/\d$/.test(l) && /^\\frac\{\d/.test(r)) ? `${l} \\cdot ${r}` : `${l} ${r}`
}

/** -(a / b) and (-a) / b look the same: the sign stands before the fraction. */
function quotientText(a: Expression, b: Expression, names: TexNames): string {
  const isNegated = a.kind === 'operator' && a.operator === 'negate'
  return `${isNegated ? '-' : ''}\\frac{${latex(isNegated ? a.operands[0]! : a, names)}}{${latex(b, names)}}`
}

/** Fractions of plain numbers stay on the line in an exponent. */
function exponentText(e: Expression, names: TexNames): string {
  if (e.kind === 'operator' && e.operator === '/' && e.operands.every((part) => part.kind === 'number')) {
    return e.operands.map((part) => latex(part, names)).join('/')
  }
  return latex(e, names)
}
