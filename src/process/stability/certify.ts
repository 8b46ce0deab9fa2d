/**
 * Is the chain stable at this exact point? A fixed point of the moment equations is a stationary law only where it is,
 * and moments of degree 4 need a certificate of their own: beyond it the fixed point is finite and meaningless.
 */
import { SingularMatrix } from '../../symbolic/linear.js'
import type { Rational } from '../../symbolic/rings/rational.js'
import type { Chain } from '../moments/chain.js'
import { blockMatrix, stationaryBlocks } from '../moments/stationary.js'
import { Q } from '../../symbolic/rings/rational.js'
import { coordinatesFor, isAffine, monomialsOfDegree } from './homogeneous.js'
import { lyapunovMap, lyapunovSolution } from './lyapunov.js'
import { isPositiveDefinite } from './positive-definite.js'
import { roundedCertificate } from './rounded-certificate.js'
import { isContraction } from './schur-cohn.js'

/** stable: E|s|^degree converges from every start; edge: 1 is an eigenvalue exactly */
export type Stability = 'stable' | 'unstable' | 'edge'

/**
 * Decides mean stability of an even degree (2 by default), exactly.
 * `wanted` restricts the question to what these monomials depend on; the whole state by default.
 * A step that is affine in the state is decided by a Lyapunov certificate, any other by the characteristic
 * polynomials of its
 * moment equations. @throws StatementError NOT_CLOSED
 */
export function certify(chain: Chain<Rational>, degree = 2, wanted?: Iterable<number>): Stability {
  const coordinates = coordinatesFor(chain, wanted)
  const decide = isAffine(chain, coordinates) ? certifyAffine : certifyBlocks
  return decide(chain, coordinates, degree)
}

function certifyAffine(chain: Chain<Rational>, coordinates: readonly number[], degree: number): Stability {
  const map = lyapunovMap(chain, coordinates, degree)
  const quick = roundedCertificate(map)
  if (quick !== null) return quick ? 'stable' : 'unstable'
  try {
    return isPositiveDefinite(lyapunovSolution(map)) ? 'stable' : 'unstable'
  } catch (error) {
    if (error instanceof SingularMatrix) return 'edge'
    throw error
  }
}

function certifyBlocks(chain: Chain<Rational>, coordinates: readonly number[], degree: number): Stability {
  const { system } = chain
  const blocks = stationaryBlocks(system, chain.closure(monomialsOfDegree(chain, coordinates, degree)))
  // the flow is T - 1
  const next = (block: readonly number[]): Rational[][] =>
    blockMatrix(system, block).map((row, i) => row.map((x, j) => (i === j ? Q.add(x, Q.one) : x)))
  return blocks.map(next).every(isContraction) ? 'stable' : 'unstable'
}
