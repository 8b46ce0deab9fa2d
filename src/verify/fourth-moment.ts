/**
 * Are the fourth moments of a process finite at these parameters? Second moments estimated from samples have a variance
 * only where they are. The part of T that keeps degree 4 maps the cone of positive quartics into itself, so they are
 * finite where its spectral radius is below 1, and infinite above.
 */
import { withConstants } from '../process/moments/space.js'
import { doubleChain } from '../process/stability/double-chain.js'
import { coordinatesFor, homogeneousMatrix, isAffine } from '../process/stability/homogeneous.js'
import { spectralRadius } from '../numeric/matrix.js'
import { StatementError } from '../symbolic/errors.js'
import { withDefinitions } from '../theorem/definitions.js'
import { recurrenceOf, type Base } from './algebra.js'
import { inlined } from './inlined.js'

/** The growth of fourth moments per step; null where the step is not affine or a moment of the noise is not stated. */
export function fourthMomentGrowth({ compiled, dimension, given, ring }: Base<number>): number | null {
  try {
    const values = withDefinitions(withConstants(given, dimension, ring), compiled.where, ring)
    const chain = doubleChain(recurrenceOf(compiled), { dimension, values, inline: inlined(compiled.where) })
    const coordinates = coordinatesFor(chain)
    if (!isAffine(chain, coordinates)) return null
    return spectralRadius(homogeneousMatrix(chain, coordinates, 4).map((row) => row.map(({ value }) => value)))
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}
