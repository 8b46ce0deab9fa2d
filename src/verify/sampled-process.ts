/**
 * What a simulation runs for an Ito equation: Euler steps so short that the stationary means that are measured differ
 * from those of the equation by a stated share at most. Both are known exactly where their moments close, and so is
 * the difference: it is a bound on the bias, not an estimate of it.
 */
import { discretised, timeStep } from '../process/discretised.js'
import { StatementError, refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { scalarValue, type Value } from '../symbolic/value.js'
import { flatten } from './affine.js'
import { baseAt, type Base } from './algebra.js'
import { entryUnits } from './entry-units.js'
import { diffusionOf } from './process-of.js'

export interface SampledProcess {
  readonly base: Base<number>
  /** null where the process goes in steps of its own */
  readonly discretisation: Discretisation | null
}

export interface Discretisation {
  readonly dt: number
  /** the largest |sampled - exact| of an entry in its unit: sqrt(V_ii V_jj) of a covariance, |m| of a mean */
  readonly relative: number
  /** sampled - exact, exactly, of every entry of every measure */
  readonly shifts: readonly number[]
}

const TRIALS = 60

/**
 * @param share largest relative difference; throws StatementError NOT_CLOSED for coefficients or measures that are no
 * polynomials, TIME_STEP where no step is short enough
 */
export function inEulerSteps(base: Base<number>, measures: readonly Expression[], share: number): SampledProcess {
  const exact = meansOf(base, measures)
  let dt = 1
  for (let trial = 0; trial < TRIALS; trial++) {
    const sampled = stepping(base, dt)
    const found = differences(exact, attempted(() => meansOf(sampled, measures)))
    if (found.relative <= share) return { base: sampled, discretisation: { dt, ...found } }
    // unstable steps have fixed points too, far away
    dt *= found.relative < 1 / 4 ? 0.95 * share / found.relative : 1 / 4
  }
  return refuse('TIME_STEP', `no time step brings the discretised means within ${share} of those of the equation`)
}

function stepping({ compiled, given, ring, dimension }: Base<number>, dt: number): Base<number> {
  const process = discretised(diffusionOf(compiled, 'simulated()'))
  const theorem = Object.freeze({ ...compiled.theorem, process })
  return baseAt({ ...compiled, theorem } as typeof compiled, new Map([...given, [timeStep, scalarValue(dt)]]), ring,
    dimension)
}

const meansOf = (base: Base<number>, measures: readonly Expression[]): Value<number>[] =>
  [...base.stationary().stationary(new Map(measures.map((measure, i) => [`${i}`, measure]))).values()]

function differences(exact: readonly Value<number>[], sampled: readonly Value<number>[] | null) {
  if (!sampled) return { relative: Infinity, shifts: [] }
  const shifts = exact.flatMap((value, k) => flatten(value).map((x, i) => flatten(sampled[k]!)[i]! - x))
  const units = exact.flatMap((value) => entryUnits(value).flat())
  return { shifts, relative: Math.max(...shifts.map((shift, i) => Math.abs(shift) / (units[i]! || 1))) }
}

function attempted<V>(compute: () => V): V | null {
  try {
    return compute()
  } catch (error) {
    if (error instanceof StatementError && error.code === 'NO_STATIONARY') return null
    throw error
  }
}
