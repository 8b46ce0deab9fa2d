/** What evidence says of each draw of the parameters, read from the record; other evidence says nothing of draws. */
import type { Evidence } from '../../../verify/evidence.js'
import type { SimulatedPoint } from '../../../verify/per-draw.js'

export type { SimulatedPoint }

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
