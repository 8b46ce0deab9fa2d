/** A formula as text that parses back to the same tree: parentheses exactly where precedence asks for them. */
import type { Expression } from './expression.js'

const SUM = 1, PRODUCT = 2, PREFIX = 3, POWER = 4, POSTFIX = 5, ATOM = 6

/** The text of a formula. */
export const print = (e: Expression): string => textOf(e, 0)

function textOf(e: Expression, outer: number): string {
  const [text, strength] = render(e)
  return strength < outer ? `(${text})` : text
}

function render(e: Expression): [string, number] {
  switch (e.kind) {
    case 'number': return numberText(e.numerator, e.denominator)
    case 'symbol': return [e.name, ATOM]
    case 'call': return [`${e.name}(${e.operands.map(print).join(', ')})`, ATOM]
    case 'operator': return operatorText(e.operator, e.operands)
  }
}

function numberText(n: bigint, d: bigint): [string, number] {
  if (n < 0n) return [`-${numberText(-n, d)[0]}`, PREFIX]
  if (d === 1n) return [`${n}`, ATOM]
  const places = decimalPlaces(d)
  if (places === null) return [`${n} / ${d}`, PRODUCT]
  const digits = `${(n * 10n ** BigInt(places)) / d}`.padStart(places + 1, '0')
  return [`${digits.slice(0, -places)}.${digits.slice(-places)}`, ATOM]
}

/** How many decimals write 1 / d exactly; null if none do. */
function decimalPlaces(d: bigint): number | null {
  for (let places = 1; places <= 30; places++) if (10n ** BigInt(places) % d === 0n) return places
  return null
}

function operatorText(op: string, [a, b]: readonly Expression[]): [string, number] {
  switch (op) {
    case '+': case '-': return [`${textOf(a!, SUM)} ${op} ${textOf(b!, PRODUCT)}`, SUM]
    case '*': case '/': return [`${textOf(a!, PRODUCT)} ${op} ${textOf(b!, PREFIX)}`, PRODUCT]
    case 'negate': return [`-${textOf(a!, POWER)}`, PREFIX]
    case 'transpose': return [`${textOf(a!, POSTFIX)}'`, POSTFIX]
    default: return [`${textOf(a!, POSTFIX)}^${textOf(b!, ATOM)}`, POWER]
  }
}
