/**
 * Proof by exact moments: the claim equals the moments of the algorithm as an identity of rational functions, tested at
 * generic points over random 61-bit primes (Schwartz 1980, Zippel 1979); a claim in a limit is tested in its leading
 * term.
 */
import { Pole } from '../../symbolic/ring.js'
import { StatementError } from '../../symbolic/errors.js'
import { NotEnoughTerms } from '../../symbolic/rings/laurent.js'
import type { Moments } from '../../theorem/support.js'
import { pointAt } from '../algebra.js'
import type { Case } from '../case.js'
import { identityError } from '../degree-bound.js'
import { equationOf } from '../equation.js'
import { holdsInEveryDimension } from '../every-dimension.js'
import { fieldBase, namesOf, withoutPole } from '../field-points.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { leadingTermsAgree } from '../leading-terms.js'
import { residualAt, vanishes } from '../residual.js'
import type { Variant } from '../variant.js'
import { exactWitness } from '../witness.js'

const LOG2_ERROR = -150
const PRIMES_FOR_MISPRINTS = 2

const dimensionsOf = (support: Moments, at: Case): readonly number[] =>
  support.dimensions ?? (at.options.effort < 1 ? [1, 2, 3] : [1, 2, 3, 4])

export const kind: Kind<Moments> = {
  async check(variant, support, at): Promise<Finding> {
    const dimensions = dimensionsOf(support, at)
    const failed = dimensions.find((dimension) => !holdsIn(variant, dimension, PRIMES_FOR_MISPRINTS, at))
    if (failed !== undefined) return exactWitness(variant, failed, at)
    const primes = Math.ceil(LOG2_ERROR / identityError(variant, dimensions, 1, at))
    const late = dimensions.find((dimension) => !holdsIn(variant, dimension, primes, at))
    if (late !== undefined) return exactWitness(variant, late, at)
    const log2Error = identityError(variant, dimensions, primes, at)
    const everywhere = !support.dimensions && holdsInEveryDimension(variant, at)
    const where = everywhere
      ? 'every D' : dimensions.length > 1 ? `D = ${dimensions[0]}..${dimensions.at(-1)}` : `D = ${dimensions[0]}`
    return {
      verdict: 'proved',
      how: `equals the moments of the process as an identity, ${where}, error <= 2^${log2Error}`,
      log2Error, dimensions: everywhere ? 'every' : dimensions, primes,
    }
  },
  admits: async (variant, at) => void holdsIn(variant, 1, 1, at),
  attack: async (misprints, support, at) =>
    misprints.map((m) => outcomeOf(m, dimensionsOf(support, at).slice(0, 3), at)),
}

const beyondFields: ReadonlySet<string> =
  new Set(['NOT_RATIONAL', 'EXPONENT', 'TOO_MANY_EXPONENTS', 'UNKNOWN_FUNCTION'])

function outcomeOf(misprint: Variant, dimensions: readonly number[], at: Case): Outcome {
  try {
    return dimensions.every((d) => holdsIn(misprint, d, PRIMES_FOR_MISPRINTS, at)) ? 'equivalent' : 'killed'
  } catch (error) {
    // a misprint that divides by zero everywhere states nothing
    if (error instanceof Pole) return 'killed'
    if (error instanceof NotEnoughTerms) return 'survived'
    // what a field cannot hold is not told apart; what is ill-formed, or has no stationary moments, would never be
    // proved
    if (error instanceof StatementError) return beyondFields.has(error.code) ? 'survived' : 'killed'
    throw error
  }
}

/** Does the claim hold at a generic point of each of the first fields? */
function holdsIn(variant: Variant, dimension: number, primes: number, at: Case): boolean {
  const fields = Array.from({ length: primes }, (_, k) => k)
  return fields.every((k) => withoutPole((attempt) => holdsAt(variant, dimension, k, attempt, at)))
}

function holdsAt(variant: Variant, dimension: number, k: number, attempt: number, at: Case): boolean {
  if (variant.claim.limit) return leadingTermsAgree(variant, dimension, k, attempt, at)
  const base = fieldBase(at, variant.claim, dimension, k, attempt)
  const point = pointAt(base, namesOf(variant), variant.where)
  return vanishes(residualAt(equationOf(variant, 'moments'), point), base.ring)
}
