/** The Ito equation of a theorem, for the readings that need one. */
import { refuse } from '../symbolic/errors.js'
import type { Diffusion } from '../process/text.js'
import type { CompiledTheorem } from '../theorem/compile.js'

/** @throws StatementError NO_DIFFUSION where the process is none */
export function diffusionOf({ theorem }: CompiledTheorem, wantedBy: string): Diffusion {
  const process = theorem.process as { kind?: string } | undefined
  return process?.kind === 'diffusion' ? (process as Diffusion)
    : refuse('NO_DIFFUSION', `${wantedBy} needs a process stated as diffusion({ state, drift, diffusion })`)
}
