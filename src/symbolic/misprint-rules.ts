/** What goes wrong where a formula is copied: each rule lists the misprints of one node, in words. */
import { minus, quotient } from './arithmetic.js'
import { integerOf } from './evaluate.js'
import {
  add, call, divide, multiply, number, power, symbol, transpose, withOperands, type Expression,
} from './expression.js'
import { print } from './print.js'

/** What a rule may know about the formula around the node. */
export interface Surroundings {
  /** the shape of a part, such as "D x D"; null where it has none */
  readonly shapeOf: (e: Expression) => string | null
  /** symbols that may be mistaken for each other where their shapes agree */
  readonly symbols: readonly string[]
  readonly symmetric: ReadonlySet<string>
}

export interface Change {
  readonly what: string
  readonly to: Expression
}

export type Rule = (node: Expression, around: Surroundings) => readonly Change[]

const isOperator = (e: Expression, op: string): e is Extract<Expression, { kind: 'operator' }> =>
  e.kind === 'operator' && e.operator === op
const parts = (e: Expression): readonly [Expression, Expression] =>
  (e.kind === 'operator' ? e.operands : []) as unknown as readonly [Expression, Expression]
const isSum = (e: Expression): boolean => isOperator(e, '+') || isOperator(e, '-')
const isScalar = (e: Expression, { shapeOf }: Surroundings): boolean => shapeOf(e) === '1 x 1'

/** + for -, - for +; a lost minus. */
const sign: Rule = (node) => {
  if (node.kind !== 'operator') return []
  const [a, b] = parts(node)
  switch (node.operator) {
    case '+': return [{ what: `sign of ${print(b)}`, to: { ...node, operator: '-' } }]
    case '-': return [{ what: `sign of ${print(b)}`, to: { ...node, operator: '+' } }]
    case 'negate': return [{ what: `sign of ${print(a)}`, to: a }]
    default: return []
  }
}

const droppedTerm: Rule = (node) => {
  if (!isSum(node)) return []
  const [a, b] = parts(node)
  const rest = isOperator(node, '-') ? minus(b) : b
  return [{ what: `without the term ${print(b)}`, to: a }, { what: `without the term ${print(a)}`, to: rest }]
}

const droppedFactor: Rule = (node) => {
  const [a, b] = parts(node)
  if (isOperator(node, '*')) {
    return [{ what: `without the factor ${print(b)}`, to: a }, { what: `without the factor ${print(a)}`, to: b }]
  }
  if (!isOperator(node, '/')) return []
  return [
    { what: `without the denominator ${print(b)}`, to: a },
    ...(a.kind === 'number' ? [] : [{ what: `without the numerator ${print(a)}`, to: divide(number(1), b) }]),
  ]
}

const wrongNumber: Rule = (node) => {
  const n = node.kind === 'number' && node.denominator === 1n ? Number(node.numerator) : NaN
  if (!(n >= 1 && n <= 1000)) return []
  const others = n === 1 ? [2] : n % 2 ? [n - 1, n + 1] : [n / 2, n * 2]
  return others.map((m) => ({ what: `${m} for ${n}`, to: number(m) }))
}

const wrongExponent: Rule = (node) => {
  const [base, exponent] = parts(node)
  const n = isOperator(node, '^') ? integerOf(exponent) : null
  if (n === null) return []
  const other = (m: number): Change => ({ what: `exponent ${m} for ${n}`, to: m === 1 ? base : power(base, number(m)) })
  return [n - 1, n + 1].filter((m) => m !== 0).map(other)
}

const losable: ReadonlySet<string> = new Set(['sqrt', 'inv', 'diag', 'transpose', 'prev', 'mean', 'log', 'exp'])

const lostFunction: Rule = (node) => {
  if (node.kind !== 'call' || !losable.has(node.name)) return []
  return [{ what: `without ${node.name}()`, to: node.operands[0]! }]
}

const squared: Rule = (node, around) =>
  (node.kind === 'symbol' && around.symbols.includes(node.name) && isScalar(node, around)
    ? [{ what: `${node.name}^2 for ${node.name}`, to: power(node, number(2)) }] : [])

const wrongSymbol: Rule = (node, { symbols, shapeOf }) => {
  if (node.kind !== 'symbol' || !symbols.includes(node.name)) return []
  const shape = shapeOf(node)
  return symbols.filter((name) => name !== node.name && shapeOf(symbol(name)) === shape)
    .map((name) => ({ what: `${name} for ${node.name}`, to: symbol(name) }))
}

const transposition: Rule = (node, { symbols, symmetric, shapeOf }) => {
  if (isOperator(node, 'transpose')) return [{ what: `${print(node)} not transposed`, to: parts(node)[0] }]
  const isFree = node.kind === 'symbol' && symbols.includes(node.name) && !symmetric.has(node.name)
  return isFree && /^(\w+) x \1$/.test(shapeOf(node) ?? '') && shapeOf(node) !== '1 x 1'
    ? [{ what: `${node.name} transposed`, to: transpose(node) }] : []
}

/** Neighbours in a product of matrices change places. */
const commuted: Rule = (node, around) => {
  if (!isOperator(node, '*')) return []
  const [a, b] = parts(node)
  const last = isOperator(a, '*') ? parts(a)[1] : a
  if (isScalar(last, around) || isScalar(b, around)) return []
  const to = isOperator(a, '*') ? multiply(multiply(parts(a)[0], b), last) : multiply(b, a)
  return [{ what: `${print(last)} and ${print(b)} in the wrong order`, to }]
}

/** (a + b) c read as a + b c, a (b + c) as a b + c, inv(a b) as inv(a) b. */
const movedParenthesis: Rule = (node) => {
  const [a, b] = parts(node)
  if (node.kind === 'call' && node.name === 'inv' && isOperator(node.operands[0]!, '*')) {
    const [p, q] = parts(node.operands[0]!)
    return [{ what: `inverse of ${print(p)} only`, to: multiply(call('inv', p), q) }]
  }
  if (!isOperator(node, '*') && !isOperator(node, '/')) return []
  const what = 'misplaced parenthesis'
  return [
    ...(isSum(a) ? [{ what, to: withOperands(a, [parts(a)[0], withOperands(node, [parts(a)[1], b])]) }] : []),
    ...(isSum(b) ? [{ what, to: withOperands(b, [withOperands(node, [a, parts(b)[0]]), parts(b)[1]]) }] : []),
  ]
}

/** a / (b c) read as a / b c, and a / b c as a / (b c). */
const movedDenominator: Rule = (node, around) => {
  const [a, b] = parts(node)
  if (isOperator(node, '/') && isOperator(b, '*')) {
    return [{ what: `${print(parts(b)[1])} not below the line`, to: multiply(divide(a, parts(b)[0]), parts(b)[1]) }]
  }
  if (!isOperator(node, '*') || !isOperator(a, '/') || !isScalar(b, around) || b.kind === 'number') return []
  return [{ what: `${print(b)} below the line`, to: divide(parts(a)[0], multiply(parts(a)[1], b)) }]
}

/** 1 / S read as 1 / (S + 1). */
const shifted: Rule = (node, around) => {
  const below = parts(node)[1]
  if (!isOperator(node, '/') || below.kind !== 'symbol' || !around.symbols.includes(below.name)) return []
  const other = [add(below, number(1)), add(below, number(-1))]
  return other.map((to) => ({ what: `${print(to)} for ${below.name}`, to: quotient(parts(node)[0], to) }))
}

/** All rules, the commonest misprints first. */
export const rules: readonly Rule[] = [
  sign, droppedTerm, droppedFactor, wrongNumber, wrongExponent, squared, commuted, transposition, wrongSymbol,
  movedParenthesis, movedDenominator, lostFunction, shifted,
]
