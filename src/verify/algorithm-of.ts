/** The algorithm of a theorem whose process is plain TypeScript; null where it is text, or there is none. */
import type { Algorithm } from '../process/algorithm.js'
import type { CompiledTheorem } from '../theorem/compile.js'

export function algorithmOf({ theorem }: CompiledTheorem): Algorithm | null {
  const process = theorem.process as { kind?: string } | undefined
  return process?.kind === 'algorithm' ? (process as Algorithm) : null
}
