/**
 * How the evidence of one simulated draw grew: its logs at 1, 2, 4, 8, ... chunks and at the end. A picture only, on
 * which nothing rests; looking is free, since e-processes are valid at every sample size.
 */
import type { Check, LogSides } from '../statistics/check.js'

/**
 * ln of the evidence after so many samples. `verify`: for the precision, of the side that is behind, each side at its
 * best so far, since a side that has passed stays passed; `refute`: against the claim.
 */
export interface EvidenceTrace {
  readonly samples: number[]
  readonly verify: (number | null)[]
  readonly refute: (number | null)[]
}

export interface Watch {
  readonly trace: EvidenceTrace
  /** Takes what a check knows after so many chunks. */
  see(checker: Watched, chunks: number): void
  /** Takes what a check knows at its end. */
  end(check: Check<unknown>): void
}

/** A check that goes on. */
export interface Watched {
  sides(): LogSides
  verdict(): Check<unknown>
}

/** Begins to watch the check of one draw. */
export function watchEvidence(): Watch {
  const trace: EvidenceTrace = { samples: [], verify: [], refute: [] }
  let best = { hi: -Infinity, lo: -Infinity }
  const take = ({ hi, lo }: LogSides): void => {
    best = { hi: Math.max(best.hi, hi ?? -Infinity), lo: Math.max(best.lo, lo ?? -Infinity) }
  }
  const note = ({ n, logE: { refute } }: Check<unknown>): void => {
    if (n <= (trace.samples.at(-1) ?? 0)) return
    trace.samples.push(n)
    trace.verify.push(rounded(Math.min(best.hi, best.lo)))
    trace.refute.push(rounded(refute))
  }
  return {
    trace,
    see: (checker, chunks) => {
      take(checker.sides())
      if (isLook(chunks)) note(checker.verdict())
    },
    end: (check) => {
      take(check.logE)
      note(check)
    },
  }
}

/** Is the number of chunks a power of two? */
const isLook = (chunks: number): boolean => (chunks & (chunks - 1)) === 0

const rounded = (x: number | null): number | null =>
  (x === null || !Number.isFinite(x) ? null : Number(x.toPrecision(4)))
