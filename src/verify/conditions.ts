/**
 * Are conditions true at an exact point? Inequalities and posdef(X) are decided over Q, exists(X) by a stability
 * certificate.
 */
import { refuse } from '../symbolic/errors.js'
import { evaluate } from '../symbolic/evaluate.js'
import type { Expression } from '../symbolic/expression.js'
import type { Claim } from '../symbolic/parse.js'
import { print } from '../symbolic/print.js'
import type { Ring } from '../symbolic/ring.js'
import { Q, signOf, type Rational } from '../symbolic/rings/rational.js'
import type { Conditions } from '../symbolic/statement.js'
import { scalarOf } from '../symbolic/value.js'
import type { Definition } from '../theorem/definitions.js'
import type { Base } from './algebra.js'
import { exists } from './existence.js'
import { inlined } from './inlined.js'
import { leastPivot } from './least-pivot.js'
import type { Point } from './residual.js'

/** Q, where posdef(X) is a number of the sign of the smallest eigenvalue of (X + X') / 2. */
export const exactly: Ring<Rational> = {
  ...Q,
  reduce: (name, m, where) => (name === 'posdef' ? leastPivot(m)
    : refuse('NOT_EXACT', `${name}() cannot be decided exactly, in "${print(where)}"; write it with posdef()`)),
}

/** Do all conditions hold? */
export const allTrue = (
  conditions: Conditions, point: Point<Rational>, base: Base<Rational>, where: readonly Definition[],
): boolean => conditions.every((condition) => isTrue(condition, point, base, where))

function isTrue(
  { left, relation, right }: Claim, point: Point<Rational>, base: Base<Rational>, where: readonly Definition[],
): boolean {
  if (isExistence(left)) return exists(left, base)
  const written = inlined(where)
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

/** exists(X): the moments of X are finite. */
export const isExistence = (e: Expression): e is Extract<Expression, { kind: 'call' }> =>
  e.kind === 'call' && e.name === 'exists'
