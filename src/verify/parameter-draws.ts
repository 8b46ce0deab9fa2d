/** Parameters for simulation and witnesses: exact rationals inside the domains, the same for every claim of a group. */
import type { CompiledClaim } from '../theorem/compile.js'
import { drawsOf } from '../theorem/draws.js'
import { conditionsOf } from '../theorem/points.js'
import type { Condition } from '../theorem/conditions.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { Case } from './case.js'

/** Where draws lie relative to the boundary of the hypotheses. */
export interface Region {
  /** on both sides of the boundary of these conditions */
  readonly around?: readonly Condition[]
  /** below this part of the boundary */
  readonly reach?: number
}

/**
 * The first `count` draws for a claim in one dimension; more draws begin with the same ones. Draws `around` a boundary
 * lie on both sides of it, and need not meet the inequalities among the hypotheses.
 */
export async function parameterDraws(
  at: Case, claim: CompiledClaim, dimension: number, count: number, { around, reach = 1 }: Region = {},
): Promise<readonly Draw[]> {
  const key = `draws ${claim.whenText ?? ''} ${dimension} ${around ? claim.name : ''} ${reach}`
  const draws = await at.shared(key, async () => {
    const fc = await import('fast-check')
    const equalities = conditionsOf(at.compiled, claim.name).filter(({ relation }) => relation === '==')
    const arbitrary = await drawsOf(at.compiled, around
      ? { dimension, around, conditions: [...equalities, ...claim.when.filter(({ relation }) => relation !== '==')] }
      : { dimension, claim: claim.name, reach })
    const seed = Number(at.random(key)() & 0x7fffffffn)
    return (n: number): readonly Draw[] => fc.sample(arbitrary, { numRuns: n, seed })
  })
  return at.shared(`${key} ${count}`, () => draws(count))
}
