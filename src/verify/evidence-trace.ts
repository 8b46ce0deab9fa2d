/**
 * How the evidence of one simulated draw grew: its logs at 1, 2, 4, 8, ... chunks and at the end. A picture only, on
 * which nothing rests; looking is free, since e-processes are valid at every sample size.
 */
import type { Checker } from './checkers/checker.js'

/** ln of the evidence after so many samples: for the precision (the weaker side), and against the claim. */
export interface EvidenceTrace {
  readonly samples: number[]
  readonly verify: (number | null)[]
  readonly refute: (number | null)[]
}

export const emptyTrace = (): EvidenceTrace => ({ samples: [], verify: [], refute: [] })

/** Adds what a checker knows now; nothing where no sample was added. */
export function look(trace: EvidenceTrace, checker: Checker): void {
  const { n, logE: { hi, lo, refute } } = checker.verdict()
  if (n <= (trace.samples.at(-1) ?? 0)) return
  trace.samples.push(n)
  trace.verify.push(hi === null || lo === null ? null : rounded(Math.min(hi, lo)))
  trace.refute.push(refute === null ? null : rounded(refute))
}

/** Is the number of chunks one at which to look? */
export const isLook = (chunks: number): boolean => (chunks & (chunks - 1)) === 0

const rounded = (x: number): number => Number(x.toPrecision(4))
