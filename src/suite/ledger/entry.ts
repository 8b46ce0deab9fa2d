/** A line of the ledger: what became of one theorem under stated conditions. Appended whole, never changed. */
import type { TheoremReport } from '../../verify/evidence.js'

/** What decides a report beside the fingerprint of its theorem. */
export interface Conditions {
  readonly seed: string
  readonly effort: number
  readonly precision: number
  readonly misprints: boolean
  /** number of theorems over which the suite's error was split */
  readonly suiteSize: number
}

export interface Entry {
  readonly schema: 1
  readonly fingerprint: string
  readonly conditions: Conditions
  readonly report: TheoremReport
}

export const conditionsOf = ({ seed, effort, precision, misprints, suiteSize }: Conditions): Conditions =>
  ({ seed, effort, precision, misprints, suiteSize })

export const sameConditions = (a: Conditions, b: Conditions): boolean =>
  (['seed', 'effort', 'precision', 'misprints', 'suiteSize'] as const).every((name) => a[name] === b[name])

/** One line, with what is searched for in front. */
export const lineOf = ({ fingerprint, conditions, report }: Entry): string =>
  `${JSON.stringify({ schema: 1, fingerprint, conditions, report })}\n`

const beginning = /^\{"schema":(\d+),"fingerprint":"([0-9a-f]{64})"/

/** The fingerprint that a line begins with; null for what is no line of a ledger. */
export const fingerprintIn = (line: string): string | null => beginning.exec(line)?.[2] ?? null

/** Reads a line back; null where a crash cut it short. */
export function entryOf(line: string): Entry | null {
  try {
    return JSON.parse(line) as Entry
  } catch {
    return null
  }
}
