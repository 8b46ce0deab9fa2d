/**
 * A stated boundary, tried on both sides: at exact rational parameters drawn around it, existence is decided by a
 * Lyapunov certificate over Q and the conditions by exact signs. One disagreement refutes; agreement is no proof.
 */
import { refuse, StatementError } from '../../symbolic/errors.js'
import type { Rational } from '../../symbolic/rings/rational.js'
import type { Conditions, Statement } from '../../symbolic/statement.js'
import { restsOn } from '../../theorem/definitions.js'
import type { Threshold } from '../../theorem/support.js'
import { baseAt } from '../algebra.js'
import type { Case } from '../case.js'
import { exactly, isExistence } from '../conditions.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { parameterDraws } from '../parameter-draws.js'
import { isFalse, refutationBy, trialAt, type Trial } from '../trial.js'
import type { Variant } from '../variant.js'

const POINTS = 48
const DIMENSIONS = [1, 2, 3]

export const kind: Kind<Threshold> = {
  async check(variant, support, at): Promise<Finding> {
    statementOf(variant)
    const trials = await trialsOf(variant, support, at)
    const wrong = trials.find((trial) => isFalse(variant, trial))
    if (wrong) return refutationBy(wrong, variant)
    const inside = trials.filter(({ premise }) => premise).length
    if (!inside || inside === trials.length) {
      return {
        verdict: 'undecided', how: `all ${trials.length} points lie on one side of the boundary`, points: trials.length,
      }
    }
    return {
      verdict: 'verified',
      how: `decided exactly at ${trials.length} points, ${inside} inside and ${trials.length - inside} outside, D = `
        + '1..3',
      points: trials.length, inside, dimensions: DIMENSIONS,
    }
  },
  admits: async (variant) => void statementOf(variant),
  attack: async (misprints, support, at) => Promise.all(misprints.map((m) => outcomeOf(m, support, at))),
}

type Connected = Extract<Statement, { kind: 'iff' | 'implies' }>

function statementOf({ claim }: Variant): Connected {
  return claim.states.kind === 'relation'
    ? refuse('NOT_A_THRESHOLD', 'threshold() needs a claim of the form "conditions iff conditions"')
    : claim.states
}

const outcomeOf = async (misprint: Variant, support: Threshold, at: Case): Promise<Outcome> =>
  ((await isContradicted(misprint, support, at)) ? 'killed' : 'survived')

async function isContradicted(variant: Variant, support: Threshold, at: Case): Promise<boolean> {
  try {
    const trials = await trialsOf(variant, support, at)
    return trials.length === 0 || trials.some((trial) => isFalse(variant, trial))
  } catch (error) {
    if (error instanceof StatementError) return false
    throw error
  }
}

/** Truth of both sides at draws around the boundary that the claim itself states. */
async function trialsOf(variant: Variant, support: Threshold, at: Case): Promise<Trial[]> {
  const trials: Trial[] = []
  for (const dimension of DIMENSIONS) {
    const count = pointsIn(dimension, variant, support, at)
    const draws = await parameterDraws(at, at.compiled.claims.get(variant.claim.name)!, dimension, count, {
      around: boundaryOf(variant, at),
    })
    for (const [k, draw] of draws.entries()) {
      const base = at.once(`exact ${variant.claim.name} ${dimension} ${k}`,
        () => baseAt<Rational>(at.compiled, draw, exactly, dimension))
      const trial = trialAt(draw, base, variant)
      if (trial) trials.push(trial)
      if (trial && isFalse(variant, trial)) return trials
    }
  }
  return trials
}

/** A claim that is expected to fail may fail in a corner: search it where points are cheap. */
function pointsIn(dimension: number, { claim }: Variant, { points = POINTS }: Threshold, at: Case): number {
  const each = Math.ceil((points * Math.max(at.options.effort, 1)) / DIMENSIONS.length)
  return claim.expected === 'refuted' && dimension === 2 ? 20 * each : each
}

/** The conditions of the claim as printed, whose boundary the draws straddle: those that measure nothing. */
function boundaryOf({ claim }: Variant, at: Case): Conditions {
  const { premise, conclusion } =
    statementOf({ claim: at.compiled.claims.get(claim.name)!, where: at.compiled.where, change: '' })
  const isGiven = ({ left, right }: Conditions[number]): boolean => !isExistence(left) && [left, right].every((side) =>
    [...restsOn(side, at.compiled.where)].every((name) => at.compiled.symbols.get(name)?.role !== 'measured'))
  return [...premise, ...conclusion].filter(isGiven)
}
