/** Ill-stated modules on the error stream. */
import type { StatementFault } from '../verify/evidence.js'
import type { Shell } from './shell.js'

/** Tells each fault and returns the exit code: 2 where there is any. */
export function tellFaults(faults: readonly StatementFault[], { error }: Shell): 0 | 2 {
  for (const { file, claim, code, message } of faults) {
    error.write(`assay: ${file}${claim ? ` › ${claim}` : ''}: ${message} [${code}]\n`)
  }
  return faults.length ? 2 : 0
}
