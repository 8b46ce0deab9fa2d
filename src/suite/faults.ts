/** How a module's misbehaviour is told: the thing, the value, the way out. One fault costs one module only. */
import type { StatementFault } from '../verify/evidence.js'

/** A fault of a whole module. */
export const faultOf = (file: string, code: string, message: string): StatementFault =>
  ({ file, claim: null, code, message })

/** The fault of a module that threw; the code of the error is kept, so that scripts can tell them apart. */
export function faultFrom(file: string, error: unknown, fallback: string): StatementFault {
  const code = hasCode(error) && error.name === 'StatementError' ? error.code : fallback
  return faultOf(file, code, firstLines(messageOf(error)))
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.name === 'StatementError' ? error.message : `${error.name}: ${error.message}`
  return `threw ${typeof error === 'string' ? JSON.stringify(error) : String(error)}, which is no Error`
}

const firstLines = (text: string): string => text.split('\n').slice(0, 6).join('\n').slice(0, 1000)

const hasCode = (error: unknown): error is Error & { code: string } =>
  error instanceof Error && typeof (error as { code?: unknown }).code === 'string'
