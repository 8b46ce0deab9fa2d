/**
 * ln Gamma and its multivariate form, by Stirling's series after shifting the argument above 15:
 * ln Gamma(x) = (x - 1/2) ln x - x + ln(2 pi)/2 + sum B_2k / (2k (2k-1) x^(2k-1))   (DLMF 5.11.1).
 */
import { NumericalError } from './errors.js'

const HALF_LOG_TWO_PI = 0.5 * Math.log(2 * Math.PI)
/** B_2k / (2k (2k - 1)), k = 1.. 8 */
const STIRLING = [1 / 12, -1 / 360, 1 / 1260, -1 / 1680, 1 / 1188, -691 / 360360, 1 / 156, -3617 / 122400]

/** ln Gamma(x) for x > 0, absolute error about 1e-15 max(10, |ln Gamma(x)|). Throws `domain` otherwise. */
export function logGamma(x: number): number {
  refuseNonPositive(x, 'logGamma')
  let shifted = x
  let product = 1
  while (shifted < 15) product *= shifted++
  return (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series(shifted) - Math.log(product)
}

/** ln Gamma(x + 1) - [(x + 1/2) ln x - x + ln(2 pi)/2], x > 0: what Stirling's formula leaves out. */
export function stirlingError(x: number): number {
  refuseNonPositive(x, 'stirlingError')
  return x >= 15 ? series(x) : logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - HALF_LOG_TWO_PI
}

/** ln Gamma_D(a) = D(D-1)/4 ln pi + sum_j ln Gamma(a + (1 - j)/2), a > (D - 1)/2 (Muirhead 1982, Theorem 2.1.12). */
export function logMultivariateGamma(dimension: number, a: number): number {
  let sum = dimension * (dimension - 1) / 4 * Math.log(Math.PI)
  for (let j = 0; j < dimension; j++) sum += logGamma(a - j / 2)
  return sum
}

function series(x: number): number {
  const square = x * x
  let power = 1 / x
  let sum = 0
  for (const coefficient of STIRLING) {
    sum += coefficient * power
    power /= square
  }
  return sum
}

function refuseNonPositive(x: number, where: string): void {
  if (x > 0 && x < Infinity) return
  throw new NumericalError('domain', `${where} needs a finite positive argument, got ${x}`)
}
