/**
 * The moments that the wanted ones depend on, by reachability. The system closes if and only if they are finitely
 * many.
 */
import { refuse } from '../../symbolic/errors.js'
import type { MomentSystem } from './system.js'

export interface Limits {
  /** highest degree of a moment that is still followed; 8 by default */
  readonly degree?: number
  /** most moments; 2000 by default */
  readonly size?: number
}

/**
 * Wanted monomials and all that they need, by degree, without the constant 1. @throws StatementError NOT_CLOSED with
 * the chain
 */
export function closure<T>(
  system: MomentSystem<T>, wanted: Iterable<number>, { degree = 8, size = 2000 }: Limits = {},
): number[] {
  const cause = new Map<number, number | null>()
  for (const monomial of wanted) if (monomial !== 0) cause.set(monomial, null)
  const queue = [...cause.keys()]
  for (const monomial of queue) {
    for (const needed of highestFirst(system, monomial)) {
      if (needed === 0 || cause.has(needed)) continue
      cause.set(needed, monomial)
      if (system.degree(needed) > degree || cause.size > size) {
        refuse('NOT_CLOSED', `moments do not close: ${chainText(system, cause, needed)} needs ...`)
      }
      queue.push(needed)
    }
  }
  return queue.sort((a, b) => system.degree(a) - system.degree(b) || a - b)
}

/** So that the chain to blame is a short one. */
const highestFirst = <T>(system: MomentSystem<T>, monomial: number): number[] =>
  [...system.flow(monomial).keys()].sort((a, b) => system.degree(b) - system.degree(a))

function chainText<T>(system: MomentSystem<T>, cause: ReadonlyMap<number, number | null>, last: number): string {
  const chain: string[] = []
  for (let m: number | null = last; m !== null; m = cause.get(m) ?? null) chain.unshift(`E[${system.text(m)}]`)
  return chain.join(' needs ')
}
