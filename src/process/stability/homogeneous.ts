/**
 * The action of an affine recurrence on the monomials of one degree in its state, s' = M s + b with random M and b:
 * the part of T that keeps the degree.
 */
import { refuse } from '../../symbolic/errors.js'
import type { StateAtom } from '../moments/atoms.js'
import type { Chain } from '../moments/chain.js'

/** Coordinates of the state that some monomials depend on through the step; all of them by default. */
export function coordinatesFor<T>(chain: Chain<T>, wanted: Iterable<number> = chain.states): number[] {
  const { atoms } = chain.space
  const found = new Set([...wanted].flatMap((m) => [...atoms.factors(m)]))
  for (const a of found) {
    for (const monomial of chain.operator.raw(atoms.of([a])).keys()) {
      for (const b of atoms.factors(atoms.split(monomial)[0])) found.add(b)
    }
  }
  return [...found].sort((a, b) => a - b)
}

/** All monomials of a degree in some coordinates. */
export function monomialsOfDegree<T>(
  { space: { atoms } }: Pick<Chain<T>, 'space'>, coordinates: readonly number[], degree: number,
): number[] {
  const grow = (k: number, from: number): number[] => (k === 0 ? [0] : coordinates.slice(from).flatMap((a, i) =>
    grow(k - 1, from + i).map((m) => atoms.product(atoms.of([a]), m))))
  return grow(degree, 0)
}

/** Is the next state affine in these coordinates, for every value of the noise? */
export function isAffine<T>(chain: Chain<T>, coordinates: readonly number[]): boolean {
  const { atoms } = chain.space
  const stateDegree = (monomial: number): number => atoms.degree(atoms.split(monomial)[0])
  return coordinates.every((a) => [...chain.operator.raw(atoms.of([a])).keys()].every((m) => stateDegree(m) <= 1))
}

/** The matrix of T on some monomials of equal degree of an affine chain. @throws StatementError NOT_AFFINE */
export function homogeneousMatrix<T>(chain: Chain<T>, coordinates: readonly number[], degree: number): T[][] {
  requireAffine(chain, coordinates)
  const monomials = monomialsOfDegree(chain, coordinates, degree)
  return monomials.map((m) => {
    const row = chain.next(m)
    return monomials.map((other) => row.get(other) ?? chain.space.ring.zero)
  })
}

/** @throws StatementError NOT_AFFINE */
export function requireAffine<T>(chain: Chain<T>, coordinates: readonly number[]): void {
  if (isAffine(chain, coordinates)) return
  const names = coordinates.map((a) => (chain.space.atoms.list[a] as StateAtom).name)
  refuse('NOT_AFFINE', `stability is decided for steps that are affine in the state, and ${names.join(', ')} are not`)
}
