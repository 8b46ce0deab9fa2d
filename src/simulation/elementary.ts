/**
 * exp, log and tanh from additions, products and quotients only, in one fixed order: the vector kernel
 * (wasm/elementary) repeats it operation by operation, so results depend neither on the host's libm nor on which
 * kernel ran. Reductions and the polynomial of log are those of fdlibm (Sun Microsystems 1993); errors are below one
 * unit or two in the last place, as the tests measure.
 */

/** Adding and subtracting 1.5 * 2^52 rounds to the nearest integer. */
export const rounder = 6755399441055744
/** ln 2 in two parts; k * ln2High is exact for |k| < 2^20. */
export const ln2High = 6.93147180369123816490e-1
export const ln2Low = 1.90821492927058770002e-10
/** Coefficients 1/13!, ..., 1/2! of exp(r) - 1 - r. */
export const exponentialSeries: readonly number[] =
  [13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2].map((n) => 1 / factorial(n))
/** log(1 + f) = f - f^2/2 + s (f^2/2 + R), R = w (odd part) + z (even part), z = s^2, w = s^4; highest first. */
export const logEven: readonly number[] = [
  0.1479819860511658591, 0.1818357216161805012, 0.2857142874366239149, 0.6666666666666735130,
]
export const logOdd: readonly number[] = [0.1531383769920937332, 0.2222219843214978396, 0.3999999999940941908]
/** High word of sqrt(1/2): where the mantissa is cut. */
export const halfRootHigh = 0x3fe6a09e
export const smallestNormal = 2 ** -1022

function factorial(n: number): number {
  return n < 2 ? 1 : n * factorial(n - 1)
}

const powerSpan = 600
const powers = Float64Array.from({ length: 2 * powerSpan + 1 }, (_, i) => 2 ** (i - powerSpan))
const double = new Float64Array(1)
const halves = new Int32Array(double.buffer)

/** exp(r) - 1 for |r| <= ln(2)/2. */
function reducedExponential(r: number): number {
  let sum = exponentialSeries[0]!
  for (let i = 1; i < exponentialSeries.length; i++) sum = sum * r + exponentialSeries[i]!
  return r + r * r * sum
}

/** e^x; overflows to Infinity and underflows to 0. */
export function exp(x: number): number {
  const above = x < -800 ? -800 : x
  const bounded = 800 < above ? 800 : above
  const k = bounded * Math.LOG2E + rounder - rounder
  const r = bounded - k * ln2High - k * ln2Low
  const half = k * 0.5 + rounder - rounder
  return (1 + reducedExponential(r)) * powers[half + powerSpan]! * powers[k - half + powerSpan]!
}

/** Natural logarithm; -Infinity at 0 and NaN below. */
export function log(x: number): number {
  if (!(x > 0 && x < Infinity)) return x === 0 ? -Infinity : x > 0 ? x : NaN
  const tiny = x < smallestNormal
  double[0] = tiny ? x * 2 ** 54 : x
  const exponent = (halves[1]! - halfRootHigh) >> 20
  halves[1]! -= exponent << 20
  const k = tiny ? exponent - 54 : exponent
  const f = double[0]! - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even = z * (((logEven[0]! * w + logEven[1]!) * w + logEven[2]!) * w + logEven[3]!)
  const odd = w * ((logOdd[0]! * w + logOdd[1]!) * w + logOdd[2]!)
  const half = 0.5 * f * f
  return k * ln2High - (half - (s * (half + (odd + even)) + k * ln2Low) - f)
}

/** Hyperbolic tangent, from t = exp(2|x|) - 1 as t / (t + 2). */
export function tanh(x: number): number {
  const size = Math.abs(x)
  const twice = (22 < size ? 22 : size) * 2
  const k = twice * Math.LOG2E + rounder - rounder
  const r = twice - k * ln2High - k * ln2Low
  const scale = powers[k + powerSpan]!
  const t = reducedExponential(r) * scale + (scale - 1)
  const quotient = t / (t + 2)
  return x < 0 ? -quotient : quotient
}
