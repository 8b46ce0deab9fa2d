/** Are conditions true at an exact point? Inequalities and posdef(X) are decided over Q, exists(X) by a stability certificate. */
import { certify } from '../process/stability/certify.js'
import { refuse } from '../symbolic/errors.js'
import { evaluate } from '../symbolic/evaluate.js'
import type { Expression } from '../symbolic/expression.js'
import type { Claim } from '../symbolic/parse.js'
import { print } from '../symbolic/print.js'
import type { Ring } from '../symbolic/ring.js'
import { Q, signOf, type Rational } from '../symbolic/rings/rational.js'
import type { Conditions } from '../symbolic/statement.js'
import { scalarOf } from '../symbolic/value.js'
import type { Base } from './algebra.js'
import { inlined } from './inlined.js'
import type { Point } from './residual.js'

type Matrix = readonly (readonly Rational[])[]

/** Q, where posdef(X) is a number of the sign of the smallest eigenvalue of (X + X') / 2: the least pivot of its elimination. */
export const exactly: Ring<Rational> = {
  ...Q,
  reduce: (name, m, where) => (name === 'posdef' ? leastPivot(m)
    : refuse('NOT_EXACT', `${name}() cannot be decided exactly, in "${print(where)}"; write it with posdef()`)),
}

function leastPivot(matrix: Matrix): Rational {
  const m = matrix.map((row, i) => row.map((x, j) => Q.add(x, matrix[j]![i]!)))
  let least: Rational | null = null
  for (let c = 0; c < m.length; c++) {
    const pivot = m[c]![c]!
    if (!least || signOf(Q.sub(pivot, least)) < 0) least = pivot
    if (signOf(pivot) <= 0) return pivot
    for (const row of m.slice(c + 1)) {
      const factor = Q.div(row[c]!, pivot)
      for (let j = c; j < m.length; j++) row[j] = Q.sub(row[j]!, Q.mul(factor, m[c]![j]!))
    }
  }
  return least!
}

/** Do all conditions hold? */
export const allTrue = (conditions: Conditions, point: Point<Rational>, base: Base<Rational>): boolean =>
  conditions.every((condition) => isTrue(condition, point, base))

function isTrue({ left, relation, right }: Claim, point: Point<Rational>, base: Base<Rational>): boolean {
  if (isExistence(left)) return isStable(base)
  const written = inlined(base.compiled.where)
  const value = (e: Expression): Rational => scalarOf(evaluate(written(e), point.values, exactly))
  const sign = signOf(Q.sub(value(left), value(right)))
  switch (relation) {
    case '==': return sign === 0
    case '<': return sign < 0
    case '<=': return sign <= 0
    case '>': return sign > 0
    case '>=': return sign >= 0
  }
}

const stable = new WeakMap<Base<Rational>, boolean>()

/** The certificate of a point, computed once. */
function isStable(base: Base<Rational>): boolean {
  if (!stable.has(base)) stable.set(base, certify(base.chain()) === 'stable')
  return stable.get(base)!
}

/** exists(X): a stationary law with finite second moments. */
export const isExistence = (e: Expression): boolean => e.kind === 'call' && e.name === 'exists'
