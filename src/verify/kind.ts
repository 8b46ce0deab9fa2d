/** What every kind of evidence answers: does the claim hold, and which of its misprints does the method exclude? */
import type { Support } from '../theorem/support.js'
import type { Case } from './case.js'
import type { Evidence } from './evidence.js'
import type { OpenFinding } from './simulated-finding.js'
import type { Variant } from './variant.js'

/** killed: shown to be false · equivalent: shown to be the same, or true as well · survived: not told apart */
export type Outcome = 'killed' | 'equivalent' | 'survived'

export type Finding = Omit<Evidence, 'kind' | 'seconds'>

export interface Kind<S extends Support = Support> {
  /** does an attack take long, so that only a sample of the misprints settled by others is tried again? */
  readonly costly?: boolean
  /**
   * Can the method say anything of the claim? Known at once, without a verdict. @throws StatementError where it cannot
   */
  admits?(variant: Variant, at: Case): Promise<void>
  check(variant: Variant, support: S, at: Case): Promise<Finding>
  /**
   * `check` by one who has only those of its draws that are `mine`, with all that is no draw: what was found, or what
   * is left to be found from the decisions of others; absent where no draw takes long
   */
  checkSome?(variant: Variant, support: S, at: Case, mine: (draw: number) => boolean): Promise<Finding | OpenFinding>
  /** what decides a draw, by its number, before `check` asks for it; absent where no draw takes long */
  decider?(variant: Variant, support: S, at: Case): Promise<(draw: number) => unknown>
  /** one outcome for each misprint, in order; absent where the method says nothing of misprints */
  attack?(misprints: readonly Variant[], support: S, at: Case): Promise<Outcome[]>
}
