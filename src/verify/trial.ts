/** A statement at one exact point: is it true there? A relation stands as the conclusion of no premise. */
import { Pole } from '../symbolic/ring.js'
import type { Rational } from '../symbolic/rings/rational.js'
import { formulasOf, type Conditions, type Statement } from '../symbolic/statement.js'
import { restsOn } from '../theorem/definitions.js'
import type { Draw } from '../theorem/raw-draws.js'
import { pointAt, type Base } from './algebra.js'
import { allTrue, isExistence } from './conditions.js'
import type { Finding } from './kind.js'
import { parametersText } from './parameters-text.js'
import type { Variant } from './variant.js'

export interface Trial {
  readonly draw: Draw
  readonly dimension: number
  readonly premise: boolean
  readonly conclusion: boolean
}

/** Both sides of a variant at a point over Q; null at a pole. */
export function trialAt(draw: Draw, base: Base<Rational>, variant: Variant): Trial | null {
  try {
    const { premise, conclusion } = partsOf(variant.claim.states)
    const point = pointAt(base, measuredNames(variant), variant.where)
    const holds = (conditions: Conditions): boolean => allTrue(conditions, point, base, variant.where)
    return { draw, dimension: base.dimension, premise: holds(premise), conclusion: holds(conclusion) }
  } catch (error) {
    if (error instanceof Pole) return null
    throw error
  }
}

const partsOf = (states: Statement): { readonly premise: Conditions; readonly conclusion: Conditions } =>
  (states.kind === 'relation' ? { premise: [], conclusion: [states] } : states)

/** exists(X) asks for the process, not for the value of X. */
function measuredNames(variant: Variant): Set<string> {
  const found = new Set<string>()
  for (const e of formulasOf(variant.claim.states)) if (!isExistence(e)) restsOn(e, variant.where, found)
  return found
}

/** Is the statement false there? */
export const isFalse = ({ claim: { states } }: Variant, { premise, conclusion }: Trial): boolean =>
  (states.kind === 'iff' ? premise !== conclusion : premise && !conclusion)

/** A refutation by the point. */
export function refutationBy(
  { draw, dimension, premise, conclusion }: Trial, { claim: { states, text } }: Variant,
): Finding {
  const isRelation = states.kind === 'relation'
  return {
    verdict: 'refuted',
    how: `decided exactly: ${isRelation ? 'false' : 'the sides differ'} at a point with D = ${dimension}`,
    counterexample: {
      parameters: parametersText(draw),
      left: isRelation ? null : String(premise),
      right: isRelation ? null : String(conclusion),
      note: isRelation ? `"${text}" is false there`
        : `"${text}" has a left side that is ${premise} and a right side that is ${conclusion}`,
    },
  }
}
