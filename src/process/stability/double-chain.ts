/** The moments of a process in doubles whose zeros are exact; for burn-in and oracles, never for proofs. */
import type { Environment } from '../../symbolic/evaluate.js'
import { guarded, guardedDouble, type Guarded } from '../../symbolic/rings/guarded-double.js'
import { mapValue } from '../../symbolic/value.js'
import type { Inline } from '../lines.js'
import { expand, type Chain } from '../moments/chain.js'
import type { Recurrence } from '../text.js'

export interface DoublePoint {
  readonly dimension: number
  /** every parameter that the texts name */
  readonly values: Environment<number>
  readonly inline?: Inline
}

/** @throws StatementError as `expand` does */
export function doubleChain(process: Recurrence, { values, ...rest }: DoublePoint): Chain<Guarded> {
  const exact = new Map([...values].map(([name, v]) => [name, mapValue(v, guarded)]))
  return expand(process, { ...rest, ring: guardedDouble, values: exact })
}
