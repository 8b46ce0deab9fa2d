/** Stationary moments: the linear system E[flow f] = 0, E[1] = 1, solved component by component. */
import { refuse } from '../../symbolic/errors.js'
import { SingularMatrix, solveLinear } from '../../symbolic/linear.js'
import { closure, type Limits } from './closure.js'
import { components } from './components.js'
import type { MomentSystem } from './system.js'

export type Moments<T> = ReadonlyMap<number, T>

/**
 * A fixed point of the moment equations; it is a stationary law only where the process is stable.
 * @throws StatementError NOT_CLOSED, NO_STATIONARY (not unique, or a pole at this point)
 */
export function stationaryMoments<T>(system: MomentSystem<T>, wanted: Iterable<number>, limits?: Limits): Moments<T> {
  const moments = new Map<number, T>([[0, system.ring.one]])
  for (const block of stationaryBlocks(system, closure(system, wanted, limits))) solveBlock(system, block, moments)
  return moments
}

/** The diagonal blocks of the moment equations, in the order of their solution. */
export const stationaryBlocks = <T>(system: MomentSystem<T>, all: readonly number[]): number[][] =>
  components(all, (monomial) => system.flow(monomial).keys())

function solveBlock<T>(system: MomentSystem<T>, block: readonly number[], moments: Map<number, T>): void {
  const { ring } = system
  const right = block.map((monomial) => [ring.neg(knownPart(system, monomial, moments))])
  try {
    const solution = solveLinear(blockMatrix(system, block), right, ring)
    block.forEach((monomial, i) => moments.set(monomial, solution[i]![0]!))
  } catch (error) {
    if (!(error instanceof SingularMatrix)) throw error
    const names = [...block.slice(0, 6).map(system.text), ...(block.length > 6 ? ['...'] : [])]
    refuse('NO_STATIONARY', `no unique stationary value: I - T is singular on {${names.join(', ')}}`)
  }
}

/** The matrix of the flow among the monomials of one block. */
export function blockMatrix<T>({ ring, flow }: MomentSystem<T>, block: readonly number[]): T[][] {
  return block.map((monomial) => {
    const row = flow(monomial)
    return block.map((other) => row.get(other) ?? ring.zero)
  })
}

function knownPart<T>({ ring, flow }: MomentSystem<T>, monomial: number, moments: Moments<T>): T {
  let sum = ring.zero
  for (const [other, x] of flow(monomial)) {
    const known = moments.get(other)
    if (known !== undefined) sum = ring.add(sum, ring.mul(x, known))
  }
  return sum
}
