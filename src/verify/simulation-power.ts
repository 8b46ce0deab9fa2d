/** What the simulations of a claim could have seen, and what they would need: forecasts, on which no verdict rests. */
import { detectableError, type PowerSettings, samplesToVerify, samplesToVerifyCovariance } from '../statistics/power.js'
import type { Check } from '../statistics/check.js'
import type { Checker, Levels } from './checkers/checker.js'
import type { Sampled } from './decided.js'

export interface Power {
  /** smallest relative error that each draw would have refuted with probability 0.95 within its budget */
  readonly detectable: number | null
  /** samples after which the draw that is the hardest to decide would be verified; null where all are decided */
  readonly samplesNeeded: number | null
}

interface Decided {
  readonly check: Check<number[][]>
  readonly sampled: Sampled
}

/** The power of a claim's draws; null where no draw says how much its samples vary. */
export function powerOf(results: readonly Decided[], levels: Levels): Power {
  const known = results.flatMap((result) => {
    const { cv2 } = result.sampled
    return cv2 === null || !(cv2 > 0 && cv2 < Infinity) ? [] : [{ ...result, cv2 }]
  })
  const detectable = known.map(({ check, sampled: { budget }, cv2 }) =>
    detectableError(budget, levels.alphaRefute, { cv2, inner: check.inner + check.bias.value }))
  const open = known.filter(({ check }) => check.status === 'running')
    .map(({ check, sampled, cv2 }) => needed(check, sampled, { cv2 }, levels))
  return {
    detectable: detectable.length ? rounded(Math.max(...detectable)) : null,
    samplesNeeded: open.length ? Math.max(...open) : null,
  }
}

/** Samples after which a true claim is verified as often as not; null where nothing says how much they vary. */
export function plannedSamples(
  check: Check<unknown>, checker: Pick<Checker, 'cv2' | 'dimension'>, levels: Levels,
): number | null {
  const cv2 = checker.cv2?.() ?? null
  return cv2 === null || !(cv2 > 0 && cv2 < Infinity) ? null : needed(check, checker, { cv2, power: 0.5 }, levels)
}

function needed(
  { bias, precision }: Check<unknown>, { dimension }: Pick<Checker, 'dimension'>, settings: PowerSettings,
  { alphaVerify }: Levels,
): number {
  const outer = precision - bias.value
  return dimension === undefined ? samplesToVerify(outer, alphaVerify, settings)
    : samplesToVerifyCovariance(outer, alphaVerify, dimension)
}

const rounded = (x: number): number => Number(x.toPrecision(3))
