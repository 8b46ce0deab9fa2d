/** The Ito equation of a theorem, for the readings that need one. */
import { refuse } from '../symbolic/errors.js'
import type { Diffusion } from '../process/text.js'
import type { CompiledTheorem } from '../theorem/compile.js'

/** Does the process go in continuous time? */
export const isDiffusion = ({ theorem }: CompiledTheorem): boolean =>
  (theorem.process as { kind?: string } | undefined)?.kind === 'diffusion'

/** @throws StatementError NO_DIFFUSION where the process is none */
export function diffusionOf(compiled: CompiledTheorem, wantedBy: string): Diffusion {
  return isDiffusion(compiled) ? (compiled.theorem.process as Diffusion)
    : refuse('NO_DIFFUSION', `${wantedBy} needs a process stated as diffusion({ state, drift, diffusion })`)
}
