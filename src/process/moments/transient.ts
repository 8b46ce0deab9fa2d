/** Moments after some steps from a known state: x <- T x on the monomials that the wanted ones need. */
import { refuse } from '../../symbolic/errors.js'
import type { Environment } from '../../symbolic/evaluate.js'
import type { Ring } from '../../symbolic/ring.js'
import type { StateAtom } from './atoms.js'
import { average } from './measure.js'
import type { Operator } from './operator.js'
import type { Space } from './space.js'
import type { Moments } from './stationary.js'

/** Moments some steps later; the monomials of `start` must be closed under T. */
export function transientMoments<T>(
  ring: Ring<T>, next: Operator<T>['next'], start: Moments<T>, steps: number,
): Moments<T> {
  let moments = start
  for (let t = 0; t < steps; t++) {
    moments = new Map([...moments.keys()].map((m) => [m, m === 0 ? ring.one : average(next(m), moments, ring)]))
  }
  return moments
}

/** The moments of a known state: products of its coordinates. */
export function startingMoments<T>(
  { atoms, ring }: Space<T>, start: Environment<T>, all: Iterable<number>,
): Moments<T> {
  const coordinate = (a: number): T => {
    const { symbol, index } = atoms.list[a] as StateAtom
    const value = start.get(symbol) ?? refuse('NO_START', `the state ${symbol} has no starting value`)
    return value.entries.flat()[index]!
  }
  const product = (m: number): T => atoms.factors(m).reduce((p, a) => ring.mul(p, coordinate(a)), ring.one)
  return new Map([...all, 0].map((m) => [m, product(m)]))
}
