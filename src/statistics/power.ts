/**
 * What a check could have seen, and what it would take. The log wealth of a bet tuned to relative error d is near
 * N(m, 2 m) with m = n d^2 / (2 cv2), so it passes a threshold L with probability p once m = L + z_p sqrt(2 m).
 * These are forecasts for people and schedulers; no verdict rests on them.
 */
import { normalQuantile } from '../numeric/normal.js'
import { GRID } from './bet-grid.js'

/** A bet at the worst place between two of the grid (ratio 3/2) grows at 8/9 of the best rate. */
const GRID_RATE = 8 / 9

export interface PowerSettings {
  /** Var X / (E X)^2 as the check assumed it: 2 for squares of a Gaussian, twice the pilot's for tier A */
  readonly cv2: number
  /** probability of deciding, default 0.95 */
  readonly power?: number
  /** margin conceded to the claim, bias included; default 0 */
  readonly inner?: number
}

/** The smallest |relative error| that a check of n samples at level alphaRefute would have refuted. */
export function detectableError(n: number, alphaRefute: number, settings: PowerSettings): number {
  const { cv2, power = 0.95, inner = 0 } = settings
  return inner + Math.sqrt(2 * cv2 * growthNeeded(mixtureLog(alphaRefute), power) / (GRID_RATE * n))
}

/** Samples after which an exact claim is verified within `outer` = precision - bias on both sides. */
export function samplesToVerify(outer: number, alphaVerify: number, { cv2, power = 0.95 }: PowerSettings): number {
  return Math.ceil(2 * cv2 * growthNeeded(-Math.log(alphaVerify), (1 + power) / 2) / (outer * outer))
}

/**
 * Samples after which an exact D x D covariance is verified in operator norm, on average; 6 to 23 percent too many
 * for D = 1..20: 4 (sqrt D + sqrt(D + ln 1/alpha))^2 / outer^2, after Davidson & Szarek's bound on Gaussian matrices.
 */
export function samplesToVerifyCovariance(outer: number, alphaVerify: number, dimension: number): number {
  return Math.ceil(4 * (Math.sqrt(dimension) + Math.sqrt(dimension - Math.log(alphaVerify))) ** 2 / (outer * outer))
}

/** ln(1/alpha) and the price of averaging over the grid on both sides. */
function mixtureLog(alpha: number): number {
  return -Math.log(alpha) + Math.log(2 * GRID.length)
}

/** The m with m - z sqrt(2 m) = log. */
function growthNeeded(log: number, power: number): number {
  const z = normalQuantile(power)
  return ((z * Math.SQRT2 + Math.sqrt(2 * z * z + 4 * log)) / 2) ** 2
}
