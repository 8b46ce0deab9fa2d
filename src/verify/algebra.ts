/**
 * Points of the parameters at which the exact moments of the process are known, over any field: the given symbols
 * generic, the measured ones computed from the text of the process. A claim is tested at such points.
 */
import type { Ring } from '../symbolic/ring.js'
import type { Value } from '../symbolic/value.js'
import { expand, type Chain } from '../process/moments/chain.js'
import type { DiffusionMoments } from '../process/ito/diffusion-moments.js'
import { withConstants } from '../process/moments/space.js'
import type { CompiledTheorem } from '../theorem/compile.js'
import { withDefinitions, type Definition } from '../theorem/definitions.js'
import { inlined } from './inlined.js'
import { measuredValues } from './measured.js'
import { processKindOf } from './process-kind-of.js'
import { recurrenceOf } from './process-of.js'
import type { Point } from './residual.js'

/** The process of a theorem at a point of its given symbols. */
export interface Base<T> {
  readonly compiled: CompiledTheorem
  readonly ring: Ring<T>
  readonly dimension: number
  readonly given: ReadonlyMap<string, Value<T>>
  /** is the process a text, of which moments can be computed? */
  readonly hasMoments: boolean
  /** the moments of the process, expanded when first needed. @throws StatementError unless it is a recurrence */
  chain(): Chain<T>
  /** what is known of its stationary law, whether it goes in steps or in continuous time */
  stationary(): DiffusionMoments<T>
}

/** Opens a point. */
export function baseAt<T>(
  compiled: CompiledTheorem, given: ReadonlyMap<string, Value<T>>, ring: Ring<T>, dimension: number,
): Base<T> {
  let known: Chain<T> | undefined
  let stationary: DiffusionMoments<T> | undefined
  const options = () => ({
    dimension, ring, inline: inlined(compiled.where),
    values: withDefinitions(withConstants(given, dimension, ring), compiled.where, ring),
  })
  const chain = (): Chain<T> => (known ??= expand(recurrenceOf(compiled), options()))
  const kind = processKindOf(compiled)
  return {
    compiled, ring, dimension, given, chain, hasMoments: kind.hasMoments,
    stationary: () => (stationary ??= kind.stationary(compiled, options(), chain)),
  }
}

/** The point with the named measured symbols and all definitions in place. */
export function pointAt<T>(base: Base<T>, needed: ReadonlySet<string>, where: readonly Definition[]): Point<T> {
  const { compiled, ring, dimension, given } = base
  const known = withConstants(given, dimension, ring)
  const measured = measuredValues(base, needed)
  return {
    ring,
    dimension,
    values: withDefinitions(new Map([...known, ...measured]), where, ring),
    indices: indicesOf(compiled),
  }
}

export const indicesOf = ({ symbols }: CompiledTheorem): ReadonlySet<string> =>
  new Set([...symbols].filter(([, { role }]) => (role as string) === 'index').map(([name]) => name))
