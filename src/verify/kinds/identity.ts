/**
 * An identity of functions, decided at generic points of random primes: proved with a bound on the error, or refuted
 * with a point at which both sides can be read. The process enters through generator(.) and current(.) alone.
 */
import { refuse, StatementError } from '../../symbolic/errors.js'
import { Pole } from '../../symbolic/ring.js'
import type { Rational } from '../../symbolic/rings/rational.js'
import type { Value } from '../../symbolic/value.js'
import type { Witness } from '../../symbolic/witness.js'
import type { IdentitySupport } from '../../theorem/support.js'
import type { Case } from '../case.js'
import type { Counterexample } from '../evidence.js'
import { functionIdentity } from '../function-identity.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { numberText, valueText } from '../parameters-text.js'
import type { Variant } from '../variant.js'

const PRIMES = 3
const PRIMES_FOR_MISPRINTS = 2

export const kind: Kind<IdentitySupport> = {
  async check(variant, _, at): Promise<Finding> {
    for (const dimension of dimensionsOf(at)) {
      const found = compare(variant, dimension, PRIMES, at)
      if (found.identical === null) return { verdict: 'undecided', how: found.reason }
      if (!found.identical) {
        const how = 'the sides are different functions'
        return { verdict: 'refuted', how, counterexample: counterexampleOf(found.witness) }
      }
      if (dimension === dimensionsOf(at).at(-1)) return proof(Math.ceil(found.log2Error), at)
    }
    return { verdict: 'undecided', how: 'no dimension to compare in' }
  },
  async admits(variant, at) {
    const found = compare(variant, 1, 1, at)
    if (found.identical === null) refuse('NOT_COMPARED', `identity() cannot compare the sides: ${found.reason}`)
  },
  attack: async (misprints, _, at) => misprints.map((m) => outcomeOf(m, at)),
}

/** One dimension where every symbol is a number, else the first three. */
const dimensionsOf = ({ compiled }: Case): readonly number[] =>
  ([...compiled.symbols.values()].every(({ rows }) => rows === '1') ? [1] : [1, 2, 3])

function compare(variant: Variant, dimension: number, primes: number, at: Case): ReturnType<typeof functionIdentity> {
  const random = at.random(`identity ${variant.claim.name} ${variant.change} ${dimension}`)
  return functionIdentity({ variant, compiled: at.compiled, dimension, random, primes })
}

const proof = (log2Error: number, at: Case): Finding => ({
  verdict: 'proved',
  how: `the same function on both sides, at generic points of ${PRIMES} random primes, error <= 2^${log2Error}`,
  log2Error, primes: PRIMES, dimensions: dimensionsOf(at),
})

function outcomeOf(misprint: Variant, at: Case): Outcome {
  try {
    const found = dimensionsOf(at).map((d) => compare(misprint, d, PRIMES_FOR_MISPRINTS, at).identical)
    return found.includes(false) ? 'killed' : found.includes(null) ? 'survived' : 'equivalent'
  } catch (error) {
    // a misprint that divides by zero everywhere states nothing
    if (error instanceof Pole) return 'killed'
    // what cannot be read is not told apart
    if (error instanceof StatementError) return 'survived'
    throw error
  }
}

function counterexampleOf(witness: Witness): Counterexample {
  const note = witness.kind === 'exact' ? 'both sides computed exactly' : 'both sides computed in doubles'
  const text = (v: Value<Rational> | Value<number>): string =>
    (witness.kind === 'exact' ? valueText(v as Value<Rational>) : numberText(v as Value<number>))
  const parameters = Object.fromEntries([...witness.point].map(([name, v]) => [name, text(v)]))
  return { parameters, left: text(witness.left), right: text(witness.right), note }
}
