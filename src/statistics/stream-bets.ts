/**
 * The bets on the mean of a stream with Var X <= cv2 (E X)^2 (nonnegative X) or Var X <= cv2 scale^2 (real X):
 * betting where no moment need be assumed (nonnegative X, mean claimed too low), Catoni elsewhere.
 * The variance bound is taken at the tested mean 1 + m: taken at the claim it made the error rate 17 times nominal.
 */
import { GRID } from './bet-grid.js'
import type { Margins } from './margins.js'

/** One bet: `gain` carries the side as its sign; `cost` is ln(1 + lambda^2 v / 2) per sample, zero for betting. */
export interface StreamBet {
  readonly kind: 'catoni' | 'betting' | 'none'
  readonly gain: number
  readonly threshold: number
  readonly cost: number
}

/** In the order hi, lo, up[0..10], down[0..10]. */
export function streamBets({ outer, inner }: Margins, cv2: number, nonnegative: boolean): StreamBet[] {
  const variance = (m: number) => (nonnegative ? cv2 * (1 + m) ** 2 : cv2)
  const above = (m: number, size: number) => nonnegative
    ? betting(m, Math.min(size / variance(m), 0.9 / (1 + m)))
    : catoni(m, 1, size, variance(m))
  const below = (m: number, size: number) => catoni(m, -1, size, variance(m))
  return [
    below(outer, outer),
    above(-outer, outer),
    ...GRID.map(size => (size < inner ? NO_BET : above(inner, size))),
    ...GRID.map(size => (size < inner ? NO_BET : below(-inner, size))),
  ]
}

const NO_BET: StreamBet = { kind: 'none', gain: 0, threshold: 0, cost: 0 }

function betting(threshold: number, gain: number): StreamBet {
  return { kind: 'betting', gain, threshold, cost: 0 }
}

function catoni(threshold: number, side: 1 | -1, size: number, variance: number): StreamBet {
  const lambda = size / variance
  return { kind: 'catoni', gain: side * lambda, threshold, cost: Math.log1p(lambda * lambda * variance / 2) }
}
