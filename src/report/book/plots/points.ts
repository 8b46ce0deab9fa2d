/** What evidence says of each draw of the parameters, read from the record; other evidence says nothing of draws. */
import type { Evidence } from '../../../verify/evidence.js'

/** One simulated draw, its entries in reading order. */
export interface SimulatedPoint {
  readonly dimension: number
  readonly status: string
  readonly samples: number
  readonly claimed: readonly number[] | null
  readonly estimate: readonly number[] | null
  readonly standardError: readonly number[] | null
  readonly units: readonly number[] | null
  readonly precision: number
  readonly needed: { readonly verify: number; readonly refute: number }
  readonly logE: {
    readonly samples: readonly number[]
    readonly verify: readonly (number | null)[]
    readonly refute: readonly (number | null)[]
  }
}

/** One draw at which both sides were computed. */
export interface AgreementPoint {
  readonly left: readonly number[]
  readonly right: readonly number[]
  readonly distance: number
  readonly error: number
}

const pointsOf = (piece: Evidence): readonly object[] =>
  (Array.isArray(piece.perDraw) ? piece.perDraw.filter((point) => typeof point === 'object' && point !== null) : [])

/** Draws that were sampled. */
export const simulatedPoints = (piece: Evidence): readonly SimulatedPoint[] =>
  pointsOf(piece).filter((point): point is SimulatedPoint => 'logE' in point)

/** Draws that were computed on both sides. */
export const agreementPoints = (piece: Evidence): readonly AgreementPoint[] =>
  pointsOf(piece).filter((point): point is AgreementPoint => 'distance' in point)
