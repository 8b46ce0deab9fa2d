/**
 * What came out of sampling one claim at one draw, as plain data: all that is read of it afterwards. So a draw may be
 * decided on one machine and be part of a verdict on another.
 */
import { sha256 } from '../simulation/sha256.js'
import type { Bias, Check } from '../statistics/check.js'
import type { Checker, Levels, Target } from './checkers/checker.js'
import type { EvidenceTrace } from './evidence-trace.js'
import { parametersText } from './parameters-text.js'
import type { SimulatedDraw } from './simulated-draw.js'
import type { Variant } from './variant.js'

export interface Decided {
  readonly check: Check<number[][]>
  /** how the evidence grew; empty for misprints */
  readonly trace: EvidenceTrace
  /** chunks of the recording that were looked at */
  readonly chunks: number
  readonly sampled: Sampled
  /** did short runs stand for averages, as fourth moments are infinite there? */
  readonly stepwise: boolean
  readonly seconds: number
}

/** What was sampled, and how much of it: as a Checker and its Recording say. */
export interface Sampled {
  readonly design: string
  readonly bias: Bias
  readonly budget: number
  readonly cv2: number | null
  readonly target: Target | null
  readonly dimension?: number
  readonly distance?: string
}

/** What a checker knows when it has ended. */
export const sampledBy = (
  { recording: { design, bias }, budget, cv2, target, dimension, distance }: Checker,
): Sampled => ({
  design, bias, budget, cv2: cv2?.() ?? null, target: target?.() ?? null,
  ...(dimension !== undefined && { dimension }), ...(distance !== undefined && { distance }),
})

/** Names a decision by all that it depends on beside the theorem, the seed and the code. */
export function decisionKey({ claim: { name } }: Variant, draw: SimulatedDraw, levels: Levels): string {
  const { precision, alphaVerify, alphaRefute } = levels
  const [a, b] = sha256(new TextEncoder().encode(JSON.stringify(parametersText(draw.draw))))
  const place = [a!, b!].map((word) => word.toString(16).padStart(8, '0')).join('')
  return JSON.stringify([name, draw.dimension, draw.number, draw.phase, precision, alphaVerify, alphaRefute, place])
}
