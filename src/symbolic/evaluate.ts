/**
 * The one interpreter: a formula over any ring. What the ring cannot do it refuses; what the shapes
 * forbid is an error in every dimension. Some functions (E, Cov, mean, integral ...) are the caller's: `calls`.
 */
import { refuse } from './errors.js'
import type { Expression } from './expression.js'
import { determinant, inverseMatrix, SingularMatrix } from './linear.js'
import { print } from './print.js'
import { Pole, type Ring } from './ring.js'
import {
  identityValue, isScalar, mapValue, multiplyValues, sameShape, scalarOf, scalarValue, shapeText, transposeValue,
  zipValues, type Value,
} from './value.js'

export type Environment<T> = ReadonlyMap<string, Value<T>>
/** Functions that the caller defines; they receive their operands unevaluated. */
export type Calls<T> = ReadonlyMap<string, (operands: readonly Expression[], where: Expression) => Value<T>>

interface Reading<T> {
  readonly env: Environment<T>
  readonly ring: Ring<T>
  readonly calls: Calls<T>
}

/**
 * The value of a formula.
 * @throws StatementError for an undeclared name, shapes that disagree, a function the ring lacks
 * @throws Pole for a division by zero or a singular inverse at this point
 */
export function evaluate<T>(e: Expression, env: Environment<T>, ring: Ring<T>, calls: Calls<T> = new Map()): Value<T> {
  return valueOf(e, { env, ring, calls })
}

function valueOf<T>(e: Expression, at: Reading<T>): Value<T> {
  switch (e.kind) {
    case 'number': return scalarValue(at.ring.fraction(e.numerator, e.denominator))
    case 'symbol': return at.env.get(e.name) ?? refuse('UNKNOWN_SYMBOL', `"${e.name}" is not declared`)
    case 'call': return callValue(e, at)
    case 'operator': return operatorValue(e, at)
  }
}

type Operation = Extract<Expression, { kind: 'operator' }>
type Call = Extract<Expression, { kind: 'call' }>

function operatorValue<T>(e: Operation, at: Reading<T>): Value<T> {
  const { ring } = at
  const [left, right] = e.operands as readonly [Expression, Expression]
  if (e.operator === '^') return powerValue(e, valueOf(left, at), right, at)
  const a = valueOf(left, at)
  if (e.operator === 'negate') return mapValue(a, ring.neg)
  if (e.operator === 'transpose') return transposed(a, ring)
  return binaryValue(e, a, valueOf(right, at), ring)
}

function binaryValue<T>(e: Operation, a: Value<T>, b: Value<T>, ring: Ring<T>): Value<T> {
  switch (e.operator) {
    case '+': return zipValues(a, fits(a, b, e), ring.add)
    case '-': return zipValues(a, fits(a, b, e), ring.sub)
    case '/': return isScalar(b)
      ? mapValue(a, (x) => ring.div(x, scalarOf(b), e))
      : refuse('SHAPE', `division by a ${shapeText(b)} in "${print(e)}"; write * inv(...)`)
    default: return product(e, a, b, ring)
  }
}

function product<T>(e: Expression, a: Value<T>, b: Value<T>, ring: Ring<T>): Value<T> {
  if (isScalar(a)) return mapValue(b, (x) => ring.mul(scalarOf(a), x))
  if (isScalar(b)) return mapValue(a, (x) => ring.mul(x, scalarOf(b)))
  if (a.columns !== b.rows) {
    refuse('SHAPE', `shapes ${shapeText(a)} and ${shapeText(b)} do not multiply in "${print(e)}"`)
  }
  return multiplyValues(a, b, ring)
}

function fits<T>(a: Value<T>, b: Value<T>, e: Expression): Value<T> {
  return sameShape(a, b) ? b : refuse('SHAPE', `shapes ${shapeText(a)} and ${shapeText(b)} differ in "${print(e)}"`)
}

const transposed = <T>(a: Value<T>, ring: Ring<T>): Value<T> =>
  ring.transposed ? mapValue(transposeValue(a), ring.transposed) : transposeValue(a)

function powerValue<T>(e: Operation, base: Value<T>, exponent: Expression, at: Reading<T>): Value<T> {
  const n = integerOf(exponent)
  if (n === null) return symbolicPower(e, base, exponent, at)
  square(base, e)
  const positive = integerPower(base, Math.abs(n), at.ring)
  if (n >= 0) return positive
  return isScalar(base) ? mapValue(positive, (x) => at.ring.div(at.ring.one, x, e)) : inverseOf(positive, at.ring, e)
}

function integerPower<T>(base: Value<T>, n: number, ring: Ring<T>): Value<T> {
  if (n === 0) return identityValue(base.entries.length, ring, base.rows)
  let result = base
  for (let k = 1; k < n; k++) result = multiplyValues(result, base, ring)
  return result
}

function symbolicPower<T>(e: Operation, base: Value<T>, exponent: Expression, at: Reading<T>): Value<T> {
  const raised = at.ring.power
  const n = valueOf(exponent, at)
  if (!raised || !isScalar(base) || !isScalar(n)) refuse('EXPONENT', `the exponent must be an integer in "${print(e)}"`)
  return scalarValue(raised(scalarOf(base), scalarOf(n), e))
}

/** The integer that a formula writes out, or null. */
export function integerOf(e: Expression): number | null {
  if (e.kind === 'number') return e.denominator === 1n && e.numerator < 1000n ? Number(e.numerator) : null
  if (e.kind !== 'operator' || e.operator !== 'negate') return null
  const n = integerOf(e.operands[0]!)
  return n === null ? null : -n
}

function callValue<T>(e: Call, at: Reading<T>): Value<T> {
  const own = at.calls.get(e.name)
  if (own) return own(e.operands, e)
  const operands = e.operands.map((operand) => valueOf(operand, at))
  const a = operands[0] ?? refuse('OPERANDS', `"${print(e)}" needs an operand`)
  const matrix = matrixFunctions[e.name]
  if (matrix) return matrix(a, at.ring, e) as Value<T>
  return scalarFunction(e, operands, at.ring)
}

function scalarFunction<T>(e: Call, operands: readonly Value<T>[], ring: Ring<T>): Value<T> {
  if (!ring.apply) refuse('NOT_RATIONAL', `${e.name}() is not rational, in "${print(e)}"`)
  const odd = operands.find((v) => !isScalar(v))
  if (odd) refuse('SHAPE', `${e.name}() takes scalars, not ${shapeText(odd)}, in "${print(e)}"`)
  return scalarValue(ring.apply(e.name, operands.map(scalarOf), e))
}

type MatrixFunction = <T>(a: Value<T>, ring: Ring<T>, e: Expression) => Value<T>

const matrixFunctions: Readonly<Record<string, MatrixFunction>> = Object.assign(Object.create(null), {
  Tr: (a, ring, e) =>
    scalarValue(ring.trace && !isScalar(a) ? ring.trace(scalarOf(a)) : sumDiagonal(square(a, e), ring)),
  det: (a, ring, e) => scalarValue(determinant(square(a, e).entries, ring)),
  inv: (a, ring, e) => inverseOf(square(a, e), ring, e),
  transpose: (a, ring) => transposed(a, ring),
  diag: (a, ring, e) => mapValue(square(a, e), (x, i, j) => (i === j ? x : ring.zero)),
  norm: reduced('norm'),
  posdef: reduced('posdef'),
} satisfies Record<string, MatrixFunction>)

function reduced(name: string): MatrixFunction {
  return (a, ring, e) => scalarValue(ring.reduce?.(name, a.entries, e)
    ?? refuse('NOT_RATIONAL', `${name}() is not rational, in "${print(e)}"`))
}

const sumDiagonal = <T>(a: Value<T>, ring: Ring<T>): T =>
  a.entries.reduce((sum, row, i) => ring.add(sum, row[i]!), ring.zero)

function square<T>(a: Value<T>, e: Expression): Value<T> {
  return a.rows === a.columns ? a : refuse('SHAPE', `a ${shapeText(a)} is not square in "${print(e)}"`)
}

function inverseOf<T>(a: Value<T>, ring: Ring<T>, e: Expression): Value<T> {
  try {
    return { ...a, entries: ring.inverse?.(a.entries, e) ?? inverseMatrix(a.entries, ring) }
  } catch (error) {
    if (error instanceof SingularMatrix) throw new Pole(`singular matrix in "${print(e)}"`)
    throw error
  }
}
