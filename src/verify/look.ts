/** How far a simulation is, for someone who waits for it; no verdict depends on it. */
import type { Check } from '../statistics/check.js'

export interface Look {
  /** of the draws of the parameters, counted from 1 */
  readonly draw: number
  readonly draws: number
  /** samples at this draw */
  readonly samples: number
  /** log evidence that the claim holds within the precision, as a part of what verifies it; 0 .. 1 */
  readonly evidence: number
  /** samples as a part of those after which the draw is left undecided; 0 .. 1 */
  readonly spent: number
}

const unit = (x: number): number => (Number.isFinite(x) ? Math.min(1, Math.max(0, x)) : 0)

/** A look at a check that goes on. */
export function lookAt(
  { n, logE, needed }: Check<unknown>, at: { readonly draw: number; readonly draws: number; readonly budget: number },
): Look {
  const { hi, lo } = logE
  const evidence = hi === null || lo === null ? 0 : Math.min(hi, lo) / needed.verify
  return { draw: at.draw, draws: at.draws, samples: n, evidence: unit(evidence), spent: unit(n / at.budget) }
}

/** The part of the claim's draws that is done: decided ones, and the present one by evidence or budget. */
export const partOf = ({ draw, draws, evidence, spent }: Look): number =>
  unit((draw - 1 + Math.max(evidence, spent)) / draws)
