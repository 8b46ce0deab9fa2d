/** The process of a theorem as the kind that a reader needs. */
import type { Algorithm } from '../process/algorithm.js'
import type { Diffusion, Recurrence } from '../process/text.js'
import { refuse } from '../symbolic/errors.js'
import type { CompiledTheorem } from '../theorem/compile.js'

interface Kinds {
  readonly recurrence: Recurrence
  readonly diffusion: Diffusion
  readonly algorithm: Algorithm
}

/** Text in steps, an Ito equation, or plain TypeScript. */
export type ProcessName = keyof Kinds

/** The name of its kind; null where a theorem states no process. */
export const processNameOf = ({ theorem }: CompiledTheorem): ProcessName | null =>
  (theorem.process as { kind?: ProcessName } | undefined)?.kind ?? null

const processAs = <K extends ProcessName>(kind: K, compiled: CompiledTheorem): Kinds[K] | null =>
  (processNameOf(compiled) === kind ? compiled.theorem.process as unknown as Kinds[K] : null)

/** @throws StatementError NO_MOMENTS where the process is no recurrence */
export const recurrenceOf = (compiled: CompiledTheorem): Recurrence => processAs('recurrence', compiled)
  ?? refuse('NO_MOMENTS', 'the process has no exact moments, which need a recurrence or a diffusion written as text')

/** @throws StatementError NO_DIFFUSION where the process is none */
export const diffusionOf = (compiled: CompiledTheorem, wantedBy: string): Diffusion => processAs('diffusion', compiled)
  ?? refuse('NO_DIFFUSION', `${wantedBy} needs a process stated as diffusion({ state, drift, diffusion })`)

/** @throws StatementError NO_ALGORITHM where the process is text, or there is none */
export const algorithmOf = (compiled: CompiledTheorem): Algorithm => processAs('algorithm', compiled)
  ?? refuse('NO_ALGORITHM', 'the process is no plain TypeScript; state it as algorithm({ state, step })')
