/**
 * What the simulations found at each draw of the parameters, compactly: the claim against its estimate, entry by entry.
 */
import type { Status } from '../statistics/check.js'
import type { EvidenceTrace } from './evidence-trace.js'
import type { DecidedDraw } from './simulated-finding.js'

/** Entries are in reading order, to six digits. */
export interface SimulatedPoint {
  readonly dimension: number
  readonly status: Status
  readonly samples: number
  readonly claimed: readonly number[] | null
  readonly estimate: readonly number[] | null
  readonly standardError: readonly number[] | null
  /** what 1 means for a relative error of each entry */
  readonly units: readonly number[] | null
  /** relative precision, and the ln of evidence that verifies and refutes */
  readonly precision: number
  readonly needed: { readonly verify: number; readonly refute: number }
  readonly logE: EvidenceTrace
  readonly seconds: number
}

/** One point for each draw that was simulated, in order. */
export const perDraw = (results: readonly DecidedDraw[]): readonly SimulatedPoint[] => results.map(pointOf)

function pointOf({ check, sampled: { target }, draw: { dimension }, trace, seconds }: DecidedDraw): SimulatedPoint {
  const { status, n, estimate, standardError, precision, needed } = check
  return {
    dimension, status, samples: n,
    claimed: flat(target?.claimed), estimate: flat(estimate), standardError: flat(standardError),
    units: flat(target?.units),
    precision, needed: { verify: digits(needed.verify), refute: digits(needed.refute) }, logE: trace,
    seconds: Number(seconds.toPrecision(3)),
  }
}

const digits = (x: number): number => Number(x.toPrecision(6))
const flat = (rows: readonly (readonly number[])[] | null | undefined): number[] | null =>
  rows?.flat().map(digits) ?? null
