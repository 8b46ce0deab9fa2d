/**
 * The three increments of log evidence. Each is ln of a factor whose mean is at most one under its null,
 * so running products are e-processes: they exceed 1 / alpha ever with probability at most alpha (Ville 1939).
 * y = (X - claimed) / scale, d = E[y] the relative error.
 */
import { phi } from './phi.js'

/** A factor linear in the data: n degrees of freedom and a sum of squares q give n * perDegree + q * perUnit. */
export interface LinearFactor {
  readonly perDegree: number
  readonly perUnit: number
}

/**
 * The Gaussian likelihood ratio of variance 1 + a against 1 + m (claimed variance = 1); null: the far side of m from a.
 * ln = 1/2 ln((1+m)/(1+a)) + q/2 (1/(1+m) - 1/(1+a)) for one squared standardised value q.
 */
export function gaussianFactor(m: number, a: number): LinearFactor {
  return { perDegree: 0.5 * Math.log((1 + m) / (1 + a)), perUnit: 0.5 * (1 / (1 + m) - 1 / (1 + a)) }
}

/** The log of a linear factor at n degrees of freedom and sum q. */
export function applyFactor(factor: LinearFactor, n: number, q: number): number {
  return n * factor.perDegree + q * factor.perUnit
}

/**
 * Catoni's factor for the null d <= m (side +1) or d >= m (side -1), bet lambda > 0, variance of y at most v at d = m:
 * phi(lambda side (y - m)) - ln(1 + lambda^2 v / 2)   (Wang & Ramdas 2023, Catoni-style confidence sequences).
 */
export function logCatoni(m: number, side: 1 | -1, lambda: number, v: number, y: number): number {
  return phi(lambda * side * (y - m)) - Math.log1p(lambda * lambda * v / 2)
}

/**
 * The betting factor ln(1 + lambda (y - m)) for the null d <= m of a nonnegative X, 0 <= lambda <= 0.9 / (1 + m):
 * no moment is assumed (Waudby-Smith & Ramdas 2024, section 4).
 */
export function logBetting(m: number, lambda: number, y: number): number {
  return Math.log1p(lambda * (y - m))
}
