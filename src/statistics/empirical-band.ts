/**
 * A band around the empirical distribution function that holds at every sample size at once:
 * P(exists n: sup |F_n - F| > 0.85 sqrt((ln ln(e n) + C) / n)) <= alpha
 * (Howard & Ramdas 2022, Bernoulli 28, Theorem 2).
 * The fixed-n inequality of Dvoretzky, Kiefer, Wolfowitz and Massart would not survive looking more than once.
 */
import { findRoot } from '../numeric/roots.js'

const A = 0.85
const constants = new Map<number, number>()

/** Half-width of the band after n >= 1 samples, at simultaneous error rate alpha. */
export function anytimeBand(n: number, alpha: number): number {
  return A * Math.sqrt((Math.log(1 + Math.log(n)) + bandConstant(alpha)) / n)
}

/** The C of the band: the smallest whose crossing probability is at most alpha. */
export function bandConstant(alpha: number): number {
  const known = constants.get(alpha)
  if (known !== undefined) return known
  const constant = findRoot(c => logCrossing(c) - Math.log(alpha), 2, 2000, 1e-9).upper
  constants.set(alpha, constant)
  return constant
}

/**
 * ln of inf over 1 < eta < 2 A^2 with gamma > 1 of 4 exp(-gamma^2 C) (1 + 1 / ((gamma^2 - 1) ln eta)),
 * gamma = sqrt(2 / eta) (A - sqrt(2 (eta - 1) / C)). Every eta gives a bound, so a grid of them costs only width.
 */
function logCrossing(c: number): number {
  let best = 0
  for (let step = 0; step <= 240; step++) {
    const excess = 10 ** (-5 + step / 50)
    const gamma = Math.sqrt(2 / (1 + excess)) * (A - Math.sqrt(2 * excess / c))
    if (gamma <= 1) continue
    const sum = Math.log1p(1 / ((gamma * gamma - 1) * Math.log1p(excess)))
    best = Math.min(best, Math.log(4) - gamma * gamma * c + sum)
  }
  return best
}
