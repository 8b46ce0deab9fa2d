/**
 * A cheap exact certificate: the solution X of Lyapunov's equation is found in doubles and rounded to fractions, and
 * only then judged, exactly. If W = X - E[A' X A] is positive definite, the sign of X decides, whatever errors made X.
 */
import { SingularMatrix } from '../../symbolic/linear.js'
import { double } from '../../symbolic/rings/double.js'
import { rational, toNumber, type Rational } from '../../symbolic/rings/rational.js'
import { lyapunovImage, lyapunovSolution, type LyapunovMap, type Matrix } from './lyapunov.js'
import { isPositiveDefinite } from './positive-definite.js'

const BITS = 40

/** Is the map stable? null where rounding spoils the certificate, which happens only near the edge. */
export function roundedCertificate(map: LyapunovMap<Rational>): boolean | null {
  const x = roundedSolution(map)
  return x && isPositiveDefinite(lyapunovImage(map, x)) ? isPositiveDefinite(x) : null
}

function roundedSolution(map: LyapunovMap<Rational>): Rational[][] | null {
  try {
    const matrix = map.matrix.map((row) => row.map(toNumber))
    return rounded(lyapunovSolution({ ...map, ring: double, matrix }))
  } catch (error) {
    if (error instanceof SingularMatrix) return null
    throw error
  }
}

/** Fractions with one power of two as denominator; null where an entry is no number. */
function rounded(x: Matrix<number>): Rational[][] | null {
  const largest = Math.max(...x.flat().map(Math.abs))
  if (!(largest > 0 && largest < 1e300)) return null
  const power = BITS - Math.ceil(Math.log2(largest))
  const [up, down] = power >= 0 ? [1n, 2n ** BigInt(power)] : [2n ** BigInt(-power), 1n]
  return x.map((row) => row.map((entry) => rational(BigInt(Math.round(entry * 2 ** power)) * up, down)))
}
