/**
 * The claim follows from another: the other is solved for its measured symbol (it is affine in it, and the solution
 * unique at a generic point), and this claim is an identity at that solution, over random 61-bit primes.
 */
import { refuse, StatementError } from '../../symbolic/errors.js'
import { Pole } from '../../symbolic/ring.js'
import type { Follows } from '../../theorem/support.js'
import type { Case } from '../case.js'
import { equationOf } from '../equation.js'
import { fieldBase, withoutPole } from '../field-points.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { holdsAtSolution, measuredIn, solutionOf } from '../solution.js'
import type { Variant } from '../variant.js'

const PRIMES = 3
const DIMENSIONS = [1, 2, 3]

export const kind: Kind<Follows> = {
  async check(variant, { claim }, at): Promise<Finding> {
    const failed = DIMENSIONS.find((dimension) => !followsIn(variant, claim, dimension, PRIMES, at))
    if (failed !== undefined) {
      const note = `the solution of "${claim}" does not satisfy the claim at D = ${failed}`
      return { verdict: 'refuted', how: note, counterexample: { parameters: {}, left: null, right: null, note } }
    }
    const restsOn = { theorem: at.compiled.theorem.id, claim }
    const how = `follows from "${claim}" at generic points of ${PRIMES} random primes, D = 1..3`
    return { verdict: 'proved', how, dimensions: DIMENSIONS, primes: PRIMES, restsOn }
  },
  attack: async (misprints, { claim }, at) => misprints.map((m) => outcomeOf(m, claim, at)),
}

function outcomeOf(misprint: Variant, claim: string, at: Case): Outcome {
  try {
    return DIMENSIONS.every((dimension) => followsIn(misprint, claim, dimension, 2, at)) ? 'equivalent' : 'killed'
  } catch (error) {
    if (error instanceof Pole) return 'killed'
    if (error instanceof StatementError) return 'survived'
    throw error
  }
}

function followsIn(variant: Variant, from: string, dimension: number, primes: number, at: Case): boolean {
  const premise = at.compiled.claims.get(from) ?? refuse('UNKNOWN_CLAIM', `"${from}" is not a claim of this theorem`)
  const source: Variant = { claim: premise, where: at.compiled.where, change: '' }
  const [name] = measuredIn(source, at)
  if (name === undefined) refuse('NOTHING_MEASURED', `"${from}" measures nothing, so nothing follows from it`)
  const fields = Array.from({ length: primes }, (_, k) => k)
  return fields.every((k) => withoutPole((attempt) => {
    const base = fieldBase(at, variant.claim, dimension, k, attempt)
    const solution = solutionOf(source, name, base) ?? refuse('NO_SOLUTION', `"${from}" does not determine ${name}`)
    return holdsAtSolution(equationOf(variant, 'follows'), variant.where, new Map([[name, solution]]), base)
  }))
}
