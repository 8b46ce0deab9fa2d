/**
 * Is the law of the state exactly Gaussian at every step, from a known start? The step must be affine in state and
 * noise
 * together, with Gaussian noise: then the state is a sum of independent Gaussians.
 */
import type { Atom } from './atoms.js'
import type { Chain } from './chain.js'

/** @see isGaussian of Law */
export function isGaussian<T>({ operator, space: { atoms }, states }: Chain<T>): boolean {
  return states.every((state) => [...operator.raw(state).keys()].every((monomial) => {
    const factors = atoms.factors(monomial).map((a) => atoms.list[a]!)
    return factors.length <= 1 && factors.every(isGaussianAtom)
  }))
}

function isGaussianAtom(atom: Atom): boolean {
  if (atom.kind === 'state') return true
  if (atom.kind === 'mean') return atom.of.length === 1 && atom.of[0]!.law.isGaussian
  return atom.law.isGaussian
}

/** Is the next value of a state Gaussian given the state before it? The step must be affine in Gaussian noise. */
export function hasGaussianStep<T>({ operator, space: { atoms } }: Chain<T>, state: number): boolean {
  return [...operator.raw(state).keys()].every((monomial) => {
    const random = atoms.factors(monomial).map((a) => atoms.list[a]!).filter(({ kind }) => kind !== 'state')
    return random.length <= 1 && random.every(isGaussianAtom)
  })
}
