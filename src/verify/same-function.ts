/**
 * Is a misprint the same statement in other words? Its formulas and the printed ones agree at generic points of two
 * fields.
 */
import { StatementError } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { Pole } from '../symbolic/ring.js'
import { formulasOf } from '../symbolic/statement.js'
import { sameShape, zipValues } from '../symbolic/value.js'
import { evaluate } from '../symbolic/evaluate.js'
import { restsOn } from '../theorem/definitions.js'
import { pointAt } from './algebra.js'
import type { Case } from './case.js'
import { isExistence } from './conditions.js'
import { fieldBase, withoutPole } from './field-points.js'
import { inlined } from './inlined.js'
import { vanishes, type Point } from './residual.js'
import type { Variant } from './variant.js'

const DIMENSIONS = [1, 2, 3]
const FIELDS = [0, 1]

/** False where it is not so, or cannot be told over a field. */
export function isSameFunction(misprint: Variant, at: Case): boolean {
  const printed: Variant = { claim: at.compiled.claims.get(misprint.claim.name)!, where: at.compiled.where, change: '' }
  if (relationsIn(misprint) !== relationsIn(printed)) return false
  try {
    return DIMENSIONS.every((dimension) => FIELDS.every((k) =>
      withoutPole((attempt) => agreeAt(misprint, printed, dimension, k, attempt, at))))
  } catch (error) {
    if (error instanceof StatementError || error instanceof Pole) return false
    throw error
  }
}

function agreeAt(a: Variant, b: Variant, dimension: number, k: number, attempt: number, at: Case): boolean {
  const base = fieldBase(at, a.claim, dimension, k, attempt)
  const points =
    [a, b].map((variant) => pointAt(base, namesIn(variant), variant.where)) as [Point<bigint>, Point<bigint>]
  const [left, right] = [formulasIn(a), formulasIn(b)]
  return left.length === right.length && left.every((e, i) => {
    const [x, y] = [valueAt(e, a, points[0]), valueAt(right[i]!, b, points[1])]
    return sameShape(x, y) && vanishes(zipValues(x, y, base.ring.sub), base.ring)
  })
}

/** The relations of a statement in order. */
function relationsIn({ claim: { states } }: Variant): string {
  return states.kind === 'relation' ? states.relation
    : [...states.premise, states, ...states.conclusion]
      .map((part) => ('relation' in part ? part.relation : part.kind)).join(' ')
}

/** The formulas of a statement that have values: posdef(X) by its X, exists(X) not at all. */
const formulasIn = ({ claim }: Variant): Expression[] => formulasOf(claim.states).flatMap((e) => {
  if (e.kind === 'call' && e.name === 'posdef') return [...e.operands]
  return isExistence(e) ? [] : [e]
})

const valueAt = (e: Expression, { where }: Variant, { values, ring, calls }: Point<bigint>) =>
  evaluate(inlined(where)(e), values, ring, calls)

function namesIn(variant: Variant): Set<string> {
  const found = new Set<string>()
  for (const e of formulasIn(variant)) restsOn(e, variant.where, found)
  return found
}
