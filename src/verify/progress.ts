/** How far the verification of a theorem is, for whoever waits. */
import type { Look } from './look.js'

export interface Progress {
  readonly claim: string
  readonly done: number
  readonly total: number
  /** where the claim is being simulated */
  readonly look?: Look
}

const MILLISECONDS = 100

/** Tells at most ten times a second; looks only then. */
export function seldom(tell: (look: Look) => void): (look: () => Look) => void {
  let last = -Infinity
  return (look) => {
    if (performance.now() - last < MILLISECONDS) return
    last = performance.now()
    tell(look())
  }
}
