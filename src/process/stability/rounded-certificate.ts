/**
 * A cheap exact certificate: the solution X of Lyapunov's equation is found in doubles and rounded to whole
 * numbers, and only then judged, exactly. If W = X - E[A' X A] is positive definite, the sign of X decides, whatever
 * errors made X.
 */
import { SingularMatrix } from '../../symbolic/linear.js'
import { double } from '../../symbolic/rings/double.js'
import { toNumber, type Rational } from '../../symbolic/rings/rational.js'
import { lyapunovImage, lyapunovSolution, type LyapunovMap, type Matrix } from './lyapunov.js'
import { hasPositiveMinors } from './positive-definite.js'
import { wholeNumbers } from './whole-numbers.js'

const BITS = 40

/** Is the map stable? null where rounding spoils the certificate, which happens only near the edge. */
export function roundedCertificate(map: LyapunovMap<Rational>): boolean | null {
  const x = roundedSolution(map)
  // both sides are scaled to whole numbers by positive factors, which change no sign
  const image = x && lyapunovImage({ ...map, ring: whole, matrix: wholeNumbers(map.matrix) }, x)
  return image && hasPositiveMinors(image) ? hasPositiveMinors(x!) : null
}

const whole = { zero: 0n, add: (a: bigint, b: bigint) => a + b, mul: (a: bigint, b: bigint) => a * b }

function roundedSolution(map: LyapunovMap<Rational>): bigint[][] | null {
  try {
    const matrix = map.matrix.map((row) => row.map(toNumber))
    return rounded(lyapunovSolution({ ...map, ring: double, matrix }))
  } catch (error) {
    if (error instanceof SingularMatrix) return null
    throw error
  }
}

/** Whole numbers in proportion, the largest of 40 bits; null where an entry is no number. */
function rounded(x: Matrix<number>): bigint[][] | null {
  const largest = Math.max(...x.flat().map(Math.abs))
  if (!(largest > 1e-290 && largest < 1e300)) return null
  const scale = 2 ** (BITS - Math.ceil(Math.log2(largest)))
  return x.map((row) => row.map((entry) => BigInt(Math.round(entry * scale))))
}
