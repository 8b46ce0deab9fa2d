/**
 * How fast a process forgets that it was started at a fixed state, exactly: the moment recursion x <- T x from there,
 * against its fixed point. Started at 0, an affine step without drift approaches its second moments from below.
 */
import { refuse } from '../../symbolic/errors.js'
import type { Guarded } from '../../symbolic/rings/guarded-double.js'
import type { Chain } from '../moments/chain.js'
import type { Recurrence } from '../text.js'
import { densePowers } from './dense-powers.js'
import { doubleChain, type DoublePoint } from './double-chain.js'
import { coordinatesFor, monomialsOfDegree } from './homogeneous.js'
import { whitenedDeviation, type Second } from './whitened-deviation.js'

export interface Contraction {
  /** bound on the relative error of every variance, second moment and squared mean after this many steps */
  bias(steps: number): number
  /** a number of steps after which that bound is at most `bias` (in (1e-9, 1)) */
  steps(bias: number): number
}

const LONGEST = 2 ** 40

/**
 * The contraction of the second moments from the state 0.
 * @throws StatementError NOT_CLOSED, NO_STATIONARY; UNSTABLE where the bound is never reached
 */
export function contraction(process: Recurrence, point: DoublePoint): Contraction {
  const chain = doubleChain(process, point)
  const coordinates = coordinatesFor(chain)
  const all = [0, ...chain.closure([1, 2].flatMap((degree) => monomialsOfDegree(chain, coordinates, degree)))]
  const step = densePowers(all.map((m) => rowOf(chain, m, all)))
  const start = all.map((m) => (m === 0 ? 1 : 0))
  const limit = chain.moments(all)
  const secondOf = secondMoments(chain, coordinates, all)
  const deviation = whitenedDeviation(secondOf(all.map((m) => limit.get(m)!.value)))
  const bias = (steps: number): number => deviation(secondOf(step(start, steps)))
  return { bias, steps: (wanted) => firstBelow(bias, wanted) }
}

const rowOf = ({ next }: Chain<Guarded>, m: number, all: readonly number[]): number[] => {
  const row = m === 0 ? new Map([[0, { value: 1 }]]) : next(m)
  return all.map((other) => row.get(other)?.value ?? 0)
}

/** Means and second moments of the coordinates, read off a vector of moments. */
function secondMoments(
  { space: { atoms } }: Chain<Guarded>, coordinates: readonly number[], all: readonly number[],
): (x: readonly number[]) => Second {
  const place = new Map(all.map((m, i) => [m, i]))
  const mean = coordinates.map((a) => place.get(atoms.of([a]))!)
  const second = coordinates.map((a) => coordinates.map((b) => place.get(atoms.of([a, b]))!))
  return (x) => ({ mean: mean.map((i) => x[i]!), second: second.map((row) => row.map((i) => x[i]!)) })
}

/** The first step, up to monotonicity, at which a decreasing bound is met: doubling, then bisection. */
function firstBelow(bias: (steps: number) => number, wanted: number): number {
  let high = 1
  while (!(bias(high) <= wanted)) {
    high *= 2
    if (high > LONGEST) {
      refuse('UNSTABLE', `the moments do not come within ${wanted} of a limit: the process is not stable there`)
    }
  }
  let low = Math.floor(high / 2)
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2)
    if (bias(middle) <= wanted) high = middle
    else low = middle
  }
  return high
}
