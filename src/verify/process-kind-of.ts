/** Where each kind of process answers; a new kind is one file and one line here. */
import type { CompiledTheorem } from '../theorem/compile.js'
import { processNameOf, type ProcessName } from './process-of.js'
import { diffusionKind } from './processes/diffusion.js'
import type { ProcessKind } from './processes/process-kind.js'
import { recurrenceKind } from './processes/recurrence.js'
import { algorithmKind, noProcess } from './processes/unread.js'

const table: Readonly<Record<ProcessName, ProcessKind>> =
  { recurrence: recurrenceKind, diffusion: diffusionKind, algorithm: algorithmKind }

/** What the process of a theorem answers for itself. */
export function processKindOf(compiled: CompiledTheorem): ProcessKind {
  const name = processNameOf(compiled)
  return name === null ? noProcess : table[name] ?? noProcess
}
