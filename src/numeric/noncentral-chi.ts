/**
 * The density of the length y = |m e + s xi| of a Gaussian vector in n dimensions, a noncentral chi law: with
 * z = m y / s^2 and the Bessel function I of order v = n / 2 - 1,
 *
 *     2 y^(n - 1) exp(-(y - m)^2 / (2 s^2)) h(z) / (Gamma(n / 2) 2^(n / 2) s^n),   h(z) = exp(-z) I_v(z) v! (2 / z)^v,
 *
 * where h(0) = 1 (Johnson, Kotz and Balakrishnan 1995, chapter 29).
 */
import { logGamma } from './log-gamma.js'

/** A density of lengths y >= 0; n > 0 dimensions, m >= 0, s > 0. */
export function noncentralChiDensity(n: number, m: number, s: number): (y: number) => number {
  const v = n / 2 - 1
  const scale = 2 / Math.exp(logGamma(n / 2) + n / 2 * Math.LN2)
  return (y) => scale / s * (y / s) ** (n - 1) * Math.exp(-(((y - m) / s) ** 2) / 2) * scaledBessel(v, m / s * (y / s))
}

const SMALLEST = 2 ** -56

/** exp(-z) I_v(z) Gamma(v + 1) (2 / z)^v for v > -1 and z >= 0. */
export function scaledBessel(v: number, z: number): number {
  return z < 30 + v * v ? series(v, z) : asymptotic(v, z)
}

/** Sum of (z^2 / 4)^k / (k! (v + 1) ... (v + k)): no term is negative. */
function series(v: number, z: number): number {
  let [sum, term] = [1, 1]
  for (let k = 1; term > SMALLEST * sum; k++) sum += term *= z * z / 4 / (k * (v + k))
  return sum * Math.exp(-z)
}

/** Hankel's expansion, down to its smallest term. */
function asymptotic(v: number, z: number): number {
  let [sum, term] = [1, 1]
  for (let k = 1; Math.abs(term) > SMALLEST && k < 2 * z; k++) {
    sum += term *= ((2 * k - 1) ** 2 - 4 * v * v) / (8 * k * z)
  }
  return sum * Math.exp(logGamma(v + 1) + v * Math.LN2 - (v + 1 / 2) * Math.log(z)) / Math.sqrt(2 * Math.PI)
}
