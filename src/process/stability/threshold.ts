/**
 * The edge of stability. The leading eigenvalue of T on degree 2 is real, so the edge lies in {det(I - T_2) = 0}:
 * a claimed threshold is proved by this determinant on it and certificates at exact points on both sides.
 */
import { determinant } from '../../symbolic/linear.js'
import type { Chain } from '../moments/chain.js'
import { coordinatesFor, homogeneousMatrix } from './homogeneous.js'

/** det(I - T) on the monomials of one degree of an affine chain, over any field; zero at the edge. */
export function edgeDeterminant<T>(chain: Chain<T>, degree = 2, wanted?: Iterable<number>): T {
  const { ring } = chain.space
  const t = homogeneousMatrix(chain, coordinatesFor(chain, wanted), degree)
  return determinant(t.map((row, i) => row.map((x, j) => ring.sub(i === j ? ring.one : ring.zero, x))), ring)
}

/** Is 1 an eigenvalue of T on this degree? */
export const isAtEdge = <T>(chain: Chain<T>, degree = 2, wanted?: Iterable<number>): boolean =>
  chain.space.ring.isZero(edgeDeterminant(chain, degree, wanted))
