/** A statement for tests: parameters by kind, a process, measures, definitions, true claims and false variants. */
import type { Recurrence } from '../../../src/process/text.js'
import type { Kind } from '../points.js'

export interface Statement {
  readonly kinds: Readonly<Record<string, Kind>>
  readonly process: Recurrence
  readonly measure: Readonly<Record<string, string>>
  readonly where?: Readonly<Record<string, string>>
  readonly claims: Readonly<Record<string, string>>
  /** false; those that differ only where matrices do not commute are false from D = 2 on */
  readonly wrong: Readonly<Record<string, string>>
  readonly wrongFromTwo?: Readonly<Record<string, string>>
}
