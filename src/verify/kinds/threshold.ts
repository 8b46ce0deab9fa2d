/**
 * A stated boundary, tried on both sides: at exact rational parameters drawn around it, existence is decided by a
 * Lyapunov certificate over Q and the conditions by exact signs. One disagreement refutes; agreement is no proof.
 */
import { refuse, StatementError } from '../../symbolic/errors.js'
import { Pole } from '../../symbolic/ring.js'
import type { Rational } from '../../symbolic/rings/rational.js'
import { formulasOf, type Conditions, type Statement } from '../../symbolic/statement.js'
import { restsOn } from '../../theorem/definitions.js'
import type { Draw } from '../../theorem/raw-draws.js'
import type { Threshold } from '../../theorem/support.js'
import { baseAt, pointAt, type Base } from '../algebra.js'
import type { Case } from '../case.js'
import { allTrue, exactly, isExistence } from '../conditions.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { parameterDraws } from '../parameter-draws.js'
import { parametersText } from '../parameters-text.js'
import type { Variant } from '../variant.js'

const POINTS = 48
const DIMENSIONS = [1, 2, 3]

export const kind: Kind<Threshold> = {
  async check(variant, _, at): Promise<Finding> {
    const trials = await trialsOf(variant, at)
    const wrong = trials.find(({ premise, conclusion }) => contradicts(statementOf(variant), premise, conclusion))
    if (wrong) return refutation(variant, wrong)
    const inside = trials.filter(({ premise }) => premise).length
    if (!inside || inside === trials.length) {
      return { verdict: 'undecided', how: `all ${trials.length} points lie on one side of the boundary`, points: trials.length }
    }
    return {
      verdict: 'verified',
      how: `decided exactly at ${trials.length} points, ${inside} inside and ${trials.length - inside} outside, D = 1..3`,
      points: trials.length, inside, dimensions: DIMENSIONS,
    }
  },
  async attack(misprints, _, at) {
    return Promise.all(misprints.map(async (m): Promise<Outcome> => ((await isContradicted(m, at)) ? 'killed' : 'survived')))
  },
}

interface Trial {
  readonly draw: Draw
  readonly dimension: number
  readonly premise: boolean
  readonly conclusion: boolean
}

type Connected = Extract<Statement, { kind: 'iff' | 'implies' }>

function statementOf({ claim }: Variant): Connected {
  return claim.states.kind === 'relation'
    ? refuse('NOT_A_THRESHOLD', 'threshold() needs a claim of the form "conditions iff conditions"')
    : claim.states
}

const contradicts = ({ kind: connective }: Connected, premise: boolean, conclusion: boolean): boolean =>
  connective === 'iff' ? premise !== conclusion : premise && !conclusion

async function isContradicted(variant: Variant, at: Case): Promise<boolean> {
  try {
    const trials = await trialsOf(variant, at)
    return trials.length === 0 || trials.some(({ premise, conclusion }) => contradicts(statementOf(variant), premise, conclusion))
  } catch (error) {
    if (error instanceof StatementError) return false
    throw error
  }
}

/** Truth of both sides at draws around the boundary that the claim itself states. */
async function trialsOf(variant: Variant, at: Case): Promise<Trial[]> {
  const trials: Trial[] = []
  for (const dimension of DIMENSIONS) {
    const count = pointsIn(dimension, variant, at)
    const draws = await parameterDraws(at, at.compiled.claims.get(variant.claim.name)!, dimension, count, { around: boundaryOf(variant, at) })
    for (const [k, draw] of draws.entries()) {
      const base = at.once(`exact ${variant.claim.name} ${dimension} ${k}`, () => baseAt<Rational>(at.compiled, draw, exactly, dimension))
      const trial = trialAt(draw, base, variant)
      if (trial) trials.push(trial)
      if (trial && contradicts(statementOf(variant), trial.premise, trial.conclusion)) return trials
    }
  }
  return trials
}

/** A claim that is expected to fail may fail in a corner: search it where points are cheap. */
function pointsIn(dimension: number, { claim }: Variant, at: Case): number {
  const each = Math.ceil((POINTS * Math.max(at.options.effort, 0.5)) / DIMENSIONS.length)
  return claim.expected === 'refuted' && dimension === 2 ? 20 * each : each
}

/** The conditions of the claim as printed, whose boundary the draws straddle: those that measure nothing. */
function boundaryOf({ claim }: Variant, at: Case): Conditions {
  const { premise, conclusion } = statementOf({ claim: at.compiled.claims.get(claim.name)!, where: at.compiled.where, change: '' })
  const isGiven = ({ left, right }: Conditions[number]): boolean => !isExistence(left) && [left, right].every((side) =>
    [...restsOn(side, at.compiled.where)].every((name) => at.compiled.symbols.get(name)?.role !== 'measured'))
  return [...premise, ...conclusion].filter(isGiven)
}

function trialAt(draw: Draw, base: Base<Rational>, variant: Variant): Trial | null {
  try {
    const { dimension } = base
    const { premise, conclusion } = statementOf(variant)
    const point = pointAt(base, measuredNames(variant), variant.where)
    return { draw, dimension, premise: allTrue(premise, point, base), conclusion: allTrue(conclusion, point, base) }
  } catch (error) {
    if (error instanceof Pole) return null
    throw error
  }
}

/** exists(X) asks for the process, not for the value of X. */
function measuredNames(variant: Variant): Set<string> {
  const found = new Set<string>()
  for (const e of formulasOf(variant.claim.states)) if (!isExistence(e)) restsOn(e, variant.where, found)
  return found
}

function refutation({ claim }: Variant, { draw, dimension, premise, conclusion }: Trial): Finding {
  return {
    verdict: 'refuted',
    how: `decided exactly: the sides differ at a point with D = ${dimension}`,
    counterexample: {
      parameters: parametersText(draw), left: String(premise), right: String(conclusion),
      note: `"${claim.text}" has a left side that is ${premise} and a right side that is ${conclusion}`,
    },
  }
}
