/**
 * Is a misprint true of any process? Its sides agree at generic points of two fields whatever its measured symbols are,
 * as in a N == a N: nothing could exclude it, and nothing needs to.
 */
import { withConstants } from '../process/moments/space.js'
import { StatementError } from '../symbolic/errors.js'
import { evaluate } from '../symbolic/evaluate.js'
import { Pole } from '../symbolic/ring.js'
import { sameShape, scalarValue, zipValues, type Value } from '../symbolic/value.js'
import { spelledOut } from '../theorem/spelled-out.js'
import type { Base } from './algebra.js'
import type { Case } from './case.js'
import { fieldBase, namesOf, withoutPole } from './field-points.js'
import { vanishes } from './residual.js'
import type { Variant } from './variant.js'

const FIELDS = [0, 1]
/** Products of matrices that differ must show. */
const DIMENSION = 2

/** False where it is not so, or cannot be told over a field. Measured symbols that are no numbers are not tried. */
export function isTautology(misprint: Variant, at: Case): boolean {
  const { states } = misprint.claim
  if (states.kind !== 'relation' || states.relation !== '==') return false
  const measured = measuredIn(misprint, at)
  if (measured === null) return false
  try {
    return FIELDS.every((k) => withoutPole((attempt) => {
      const base = fieldBase(at, misprint.claim, DIMENSION, k, attempt)
      const values = withConstants(new Map([...base.given, ...generic(measured, base, at)]), base.dimension, base.ring)
      const [left, right] = [states.left, states.right]
        .map((e) => evaluate(spelledOut(e, misprint.where), values, base.ring)) as [Value<bigint>, Value<bigint>]
      return sameShape(left, right) && vanishes(zipValues(left, right, base.ring.sub), base.ring)
    }))
  } catch (error) {
    if (error instanceof StatementError || error instanceof Pole) return false
    throw error
  }
}

/** The measured symbols of a claim; null where one of them is no number. */
function measuredIn(misprint: Variant, { compiled }: Case): readonly string[] | null {
  const names = namesOf(misprint)
  const found = [...compiled.symbols].filter(([name, { role }]) => role === 'measured' && names.has(name))
  return found.every(([, { shape }]) => shape === 'scalar') ? found.map(([name]) => name) : null
}

const generic = (names: readonly string[], { ring }: Base<bigint>, at: Case): [string, Value<bigint>][] =>
  names.map((name) => [name, scalarValue(ring.fraction(at.random(`tautology ${name}`)() >> 8n, 1n))])
