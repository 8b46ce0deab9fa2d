/**
 * A statement decided over Q at parameters drawn inside the hypotheses: inequalities, "iff" and "implies" that no
 * identity can prove. One point at which it is false refutes it, exactly; truth at all of them verifies and proves
 * nothing.
 */
import { StatementError } from '../../symbolic/errors.js'
import type { Rational } from '../../symbolic/rings/rational.js'
import type { Pointwise } from '../../theorem/support.js'
import { baseAt } from '../algebra.js'
import type { Case } from '../case.js'
import { exactly } from '../conditions.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { parameterDraws } from '../parameter-draws.js'
import { isFalse, refutationBy, trialAt, type Trial } from '../trial.js'
import type { Variant } from '../variant.js'

const POINTS = 60
const DIMENSIONS = [1, 2, 3]

export const kind: Kind<Pointwise> = {
  async check(variant, support, at): Promise<Finding> {
    const trials = await trialsOf(variant, support, at)
    const wrong = trials.find((trial) => isFalse(variant, trial))
    if (wrong) return refutationBy(wrong, variant)
    const lacking = whatIsLacking(variant, trials)
    const points = trials.length
    if (lacking) return { verdict: 'undecided', how: `${lacking} at any of ${points} points`, points }
    const dimensions = dimensionsOf(support)
    const where = `D = ${dimensions.join(', ')}`
    return { verdict: 'verified', how: `true at ${points} points, decided exactly, ${where}`, points, dimensions }
  },
  admits: async (variant, at) => void await trialsOf(variant, { kind: 'pointwise', dimensions: [1], points: 1 }, at),
  attack: async (misprints, support, at) => Promise.all(misprints.map((m) => outcomeOf(m, support, at))),
}

const dimensionsOf = ({ dimensions = DIMENSIONS }: Pointwise): readonly number[] => dimensions

/** Points on one side alone say nothing of an "iff", and those without the premise nothing of an "implies". */
function whatIsLacking({ claim: { states } }: Variant, trials: readonly Trial[]): string | null {
  if (!trials.length) return 'no value'
  if (!trials.some(({ premise }) => premise)) return 'the left side is not true'
  return states.kind === 'iff' && trials.every(({ premise }) => premise) ? 'the left side is not false' : null
}

/** A weaker statement than a true inequality is true as well, and told apart by no point. */
async function outcomeOf(misprint: Variant, support: Pointwise, at: Case): Promise<Outcome> {
  try {
    const trials = await trialsOf(misprint, support, at)
    if (!trials.length || trials.some((trial) => isFalse(misprint, trial))) return 'killed'
    // an implication whose premise is never met says nothing, and would not be verified
    if (misprint.claim.states.kind === 'implies' && whatIsLacking(misprint, trials)) return 'killed'
    return isOneSided(misprint) && !whatIsLacking(misprint, trials) ? 'equivalent' : 'survived'
  } catch (error) {
    if (error instanceof StatementError) return 'survived'
    throw error
  }
}

const isOneSided = ({ claim: { states } }: Variant): boolean =>
  states.kind === 'implies' || (states.kind === 'relation' && states.relation !== '==')

async function trialsOf(variant: Variant, support: Pointwise, at: Case): Promise<Trial[]> {
  const dimensions = dimensionsOf(support)
  const count = Math.ceil(((support.points ?? POINTS) * Math.max(at.options.effort, 1)) / dimensions.length)
  const trials: Trial[] = []
  for (const dimension of dimensions) {
    const draws = await parameterDraws(at, at.compiled.claims.get(variant.claim.name)!, dimension, count)
    for (const [k, draw] of draws.entries()) {
      const key = `pointwise ${variant.claim.whenText ?? ''} ${dimension} ${k}`
      const base = at.once(key, () => baseAt<Rational>(at.compiled, draw, exactly, dimension))
      const trial = trialAt(draw, base, variant)
      if (trial) trials.push(trial)
      if (trial && isFalse(variant, trial)) return trials
    }
  }
  return trials
}
