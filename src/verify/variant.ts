/** A claim as printed, or one of its misprints: the same reading serves both. */
import type { CompiledClaim } from '../theorem/compile.js'
import type { Definition } from '../theorem/definitions.js'

export interface Variant {
  readonly claim: CompiledClaim
  /** the definitions it is read with: those of the theorem, or those with a misprint */
  readonly where: readonly Definition[]
  /** what was changed; empty for the claim as printed */
  readonly change: string
}
