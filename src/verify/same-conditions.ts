/**
 * Is a misprint of a threshold the same statement? It is where each condition compares the same two functions, which is
 * decided at generic points of random primes; posdef(X) is the same where X is.
 */
import { StatementError } from '../symbolic/errors.js'
import { evaluate } from '../symbolic/evaluate.js'
import type { Expression } from '../symbolic/expression.js'
import type { Claim } from '../symbolic/parse.js'
import { Pole } from '../symbolic/ring.js'
import type { Statement } from '../symbolic/statement.js'
import { sameShape, zipValues, type Value } from '../symbolic/value.js'
import type { Base } from './algebra.js'
import type { Case } from './case.js'
import { isExistence } from './conditions.js'
import { fieldBase, withoutPole } from './field-points.js'
import { inlined } from './inlined.js'
import { vanishes } from './residual.js'
import { pointWith } from './solution.js'
import type { Variant } from './variant.js'

const DIMENSIONS = [1, 2, 3]
const FIELDS = [0, 1]

/** Do both variants state the same conditions? Claims that measure something beside exists(X) are never called the same. */
export function sameConditions(a: Variant, b: Variant, at: Case): boolean {
  const pairs = pairedConditions(a.claim.states, b.claim.states)
  if (!pairs) return false
  try {
    return DIMENSIONS.every((dimension) => FIELDS.every((k) => withoutPole((attempt) => {
      const base = fieldBase(at, a.claim, dimension, k, attempt)
      return pairs.every(([x, y]) => isSame(x, a, y, b, base))
    })))
  } catch (error) {
    if (error instanceof Pole || error instanceof StatementError) return false
    throw error
  }
}

type Pair = readonly [Expression, Expression]

/** The sides that are to be the same, or null where the conditions differ in number or relation. */
function pairedConditions(a: Statement, b: Statement): readonly Pair[] | null {
  if (a.kind === 'relation' || b.kind === 'relation') return null
  const [one, other] = [conditionsOf(a), conditionsOf(b)]
  const alike = one.length === other.length && one.every(({ relation }, i) => relation === other[i]!.relation)
  return alike ? one.flatMap((c, i): Pair[] => [[c.left, other[i]!.left], [c.right, other[i]!.right]]) : null
}

const conditionsOf = ({ premise, conclusion }: Extract<Statement, { premise: unknown }>): readonly Claim[] =>
  [...premise, ...conclusion]

function isSame(x: Expression, a: Variant, y: Expression, b: Variant, base: Base<bigint>): boolean {
  if (isExistence(x) || isExistence(y)) return isExistence(x) && isExistence(y)
  const [left, right] = [valueOf(x, a, base), valueOf(y, b, base)]
  return sameShape(left, right) && vanishes(zipValues(left, right, base.ring.sub), base.ring)
}

/** The value of a side, or of the X of posdef(X). */
function valueOf(e: Expression, { where }: Variant, base: Base<bigint>): Value<bigint> {
  const side = e.kind === 'call' && e.name === 'posdef' ? e.operands[0]! : e
  return evaluate(inlined(where)(side), pointWith(new Map(), where, base).values, base.ring)
}
