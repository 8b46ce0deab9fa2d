/** Ill-stated modules on the error stream. */
import { excerptLines } from '../report/fault-excerpt.js'
import { faultLine } from '../report/fault-text.js'
import type { StatementFault } from '../verify/evidence.js'
import type { Shell } from './shell.js'

/** Tells each fault and returns the exit code: 2 where there is any. */
export function tellFaults(faults: readonly StatementFault[], { error }: Shell): 0 | 2 {
  for (const fault of faults) {
    error.write([`assay: ${faultLine(fault)}`, ...excerptLines(fault).map((line) => `    ${line}`), ''].join('\n'))
  }
  return faults.length ? 2 : 0
}
