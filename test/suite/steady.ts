/** A record as text, without what depends on the clock, or on what a ledger held before. */
import type { SuiteReport } from '../../src/suite/events.js'

export const steady = ({ run: { ledger: _, ...conditions }, ...report }: SuiteReport): string =>
  JSON.stringify({ ...report, run: conditions }, (key, value) => (key === 'seconds' ? 0 : value))
