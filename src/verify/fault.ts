/** What an error thrown during verification means: an ill-stated claim is a fault, anything else an invalid result. */
import { StatementError } from '../symbolic/errors.js'
import type { StatementFault } from './evidence.js'
import type { Finding } from './kind.js'

/** The fault behind an error; null where the statement is not to blame. */
export const faultOf = (error: unknown, theorem: string, claim: string): StatementFault | null =>
  error instanceof StatementError
    ? { file: theorem, claim, code: error.code, message: `${theorem} › ${claim}: ${error.message}` }
    : null

/** An error is never a verdict on the claim. */
export const invalidFinding = (error: unknown): Finding => ({
  verdict: 'invalid',
  how: error instanceof Error ? error.message : String(error),
})
