/**
 * Are the second and fourth moments of a process finite at these parameters? Second moments estimated from samples have
 * a variance only where the fourth are. The part of T that keeps an even degree maps the cone of positive forms into
 * itself, so moments of that degree are finite where its spectral radius is below 1, and infinite above.
 */
import { withConstants } from '../process/moments/space.js'
import { doubleChain } from '../process/stability/double-chain.js'
import { coordinatesFor, homogeneousMatrix, isAffine } from '../process/stability/homogeneous.js'
import { spectralRadius } from '../numeric/matrix.js'
import { StatementError } from '../symbolic/errors.js'
import { withDefinitions } from '../theorem/definitions.js'
import type { Base } from './algebra.js'
import { inlined } from './inlined.js'
import { recurrenceOf } from './process-of.js'

/**
 * The growth per step of moments of an even degree; null where the step is not affine or a moment of the noise not
 * stated.
 */
export function momentGrowth({ compiled, dimension, given, ring }: Base<number>, degree: 2 | 4): number | null {
  try {
    const values = withDefinitions(withConstants(given, dimension, ring), compiled.where, ring)
    const chain = doubleChain(recurrenceOf(compiled), { dimension, values, inline: inlined(compiled.where) })
    const coordinates = coordinatesFor(chain)
    if (!isAffine(chain, coordinates)) return null
    return spectralRadius(homogeneousMatrix(chain, coordinates, degree).map((row) => row.map(({ value }) => value)))
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}
