/**
 * The claim reduces to a known one: both are solved for the measured symbol, this claim over Laurent series in eps at
 * x = x0 + eps, the known one over the field; the series must begin with the known solution, at generic points.
 */
import { refuse, StatementError } from '../../symbolic/errors.js'
import { Pole } from '../../symbolic/ring.js'
import { number, symbol } from '../../symbolic/expression.js'
import { randomBelow } from '../../symbolic/random.js'
import { laurentRing, NotEnoughTerms, type Laurent, type LaurentRing } from '../../symbolic/rings/laurent.js'
import { compile, type CompiledTheorem } from '../../theorem/compile.js'
import { conditionsOf, genericPoint } from '../../theorem/points.js'
import { exactDecimal } from '../../theorem/rationals.js'
import type { Limit } from '../../theorem/support.js'
import { mapValue, type Value } from '../../symbolic/value.js'
import { baseAt, type Base } from '../algebra.js'
import type { Case } from '../case.js'
import { fieldOf, withoutPole } from '../field-points.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { near } from '../leading-terms.js'
import { measuredIn, solutionOf } from '../solution.js'
import type { Variant } from '../variant.js'

const PRIMES = 3
const DIMENSIONS = [1, 2, 3]

export const kind: Kind<Limit> = {
  async check(variant, support, at): Promise<Finding> {
    const known = await knownClaim(variant, support, at)
    const failed = DIMENSIONS.find((dimension) => !reducesIn(variant, support, known, dimension, PRIMES, at))
    const place = Object.entries(support.at).map(([name, to]) => `${name} -> ${to}`).join(', ')
    const restsOn = { theorem: known.theorem.theorem.id, claim: known.claim.claim.name }
    const target = `${known.theorem.theorem.id} › ${known.claim.claim.name}`
    if (failed === undefined) return {
      verdict: 'proved', how: `reduces to ${target} as ${place}`, dimensions: DIMENSIONS, primes: PRIMES, restsOn,
    }
    const note = `does not reduce to ${target} as ${place}, at D = ${failed}`
    return { verdict: 'refuted', how: note, counterexample: { parameters: {}, left: null, right: null, note } }
  },
  async attack(misprints, support, at) {
    if (!misprints[0]) return []
    const known = await knownClaim(misprints[0], support, at)
    // a misprint may vanish in the limit, so passing says nothing of it
    return misprints.map((m): Outcome => (isExcluded(m, support, known, at) ? 'killed' : 'survived'))
  },
}

function isExcluded(misprint: Variant, support: Limit, known: Known, at: Case): boolean {
  try {
    return DIMENSIONS.some((d) => !reducesIn(misprint, support, known, d, 2, at))
  } catch (error) {
    // a pole at every point states nothing; a misprint that determines nothing is left to the other evidence
    if (error instanceof Pole) return true
    if (error instanceof StatementError || error instanceof NotEnoughTerms) return false
    throw error
  }
}

interface Known {
  readonly theorem: CompiledTheorem
  readonly claim: Variant
}

async function knownClaim({ claim }: Variant, support: Limit, at: Case): Promise<Known> {
  const theorem = support.theorem ? await compile(support.theorem) : at.compiled
  const name = support.claim ?? (theorem.claims.has(claim.name) ? claim.name : [...theorem.claims.keys()][0]!)
  const known = theorem.claims.get(name) ?? refuse('UNKNOWN_CLAIM', `"${name}" is not a claim of ${theorem.theorem.id}`)
  return { theorem, claim: { claim: known, where: theorem.where, change: '' } }
}

function reducesIn(
  variant: Variant, support: Limit, known: Known, dimension: number, primes: number, at: Case,
): boolean {
  const fields = Array.from({ length: primes }, (_, k) => k)
  return fields.every((k) => withoutPole((attempt) => reducesAt(6, variant, support, known, dimension, k, attempt, at)))
}

function reducesAt(
  terms: number, variant: Variant, support: Limit, known: Known, dimension: number, k: number, attempt: number,
  at: Case,
): boolean {
  try {
    const { series, field } = basesAt(terms, variant, support, known, dimension, k, attempt, at)
    const name =
      measuredIn(variant, at)[0] ?? refuse('NOTHING_MEASURED', 'limit() needs a claim with a measured symbol')
    const here = solutionOf(variant, name, series)
    const there = solutionOf(known.claim, name, field)
    return here !== null && there !== null && beginsWith(here, there, series.ring as LaurentRing<bigint>)
  } catch (error) {
    if (!(error instanceof NotEnoughTerms) || terms > 24) throw error
    return reducesAt(2 * terms, variant, support, known, dimension, k, attempt, at)
  }
}

function basesAt(
  terms: number, { claim }: Variant, support: Limit, known: Known, dimension: number, k: number, attempt: number,
  at: Case,
): { series: Base<Laurent<bigint>>; field: Base<bigint> } {
  const field = fieldOf(at, k)
  const key = `limit ${claim.whenText ?? ''} ${JSON.stringify(support.at)} ${dimension} ${k} ${attempt}`
  return at.once(`${key} ${known.theorem.theorem.id} ${terms}`, () => {
    const bits = at.random(key)
    const ring = laurentRing(field, terms)
    const series = genericPoint(at.compiled, {
      ring, dimension, random: () => ring.constant(randomBelow(field.p, bits)),
      conditions: conditionsOf(at.compiled, claim.name),
      fixed: new Map(Object.entries(support.at).map(([name, to]) => [name, near(limitPoint(to), ring)])),
    })
    return { series: baseAt(at.compiled, series, ring, dimension),
      field: baseAt(known.theorem, limitsOf(series, ring), field, dimension) }
  })
}

/**
 * Where the symbols go: the constant terms of those that stay finite. What equalities set follows what it is set to.
 */
function limitsOf(
  series: ReadonlyMap<string, Value<Laurent<bigint>>>, ring: LaurentRing<bigint>,
): Map<string, Value<bigint>> {
  const isFinite = (v: Value<Laurent<bigint>>): boolean =>
    v.entries.every((row) => row.every((x) => !x.coefficients.length || ring.valuation(x) >= 0))
  return new Map(
    [...series].filter(([, v]) => isFinite(v)).map(([name, v]) => [name, mapValue(v, (x) => ring.coefficient(x, 0))]),
  )
}

function limitPoint(to: number): ReturnType<typeof number> {
  if (to === Infinity) return symbol('infinity')
  const { numerator, denominator } = exactDecimal(to)
  return number(numerator, denominator)
}

/** Is the constant term of each series the known number, with nothing before it? */
function beginsWith(here: Value<Laurent<bigint>>, there: Value<bigint>, ring: LaurentRing<bigint>): boolean {
  return here.entries.every((row, i) => row.every((x, j) =>
    ring.valuation(x) >= 0 && ring.field.isZero(ring.field.sub(ring.coefficient(x, 0), there.entries[i]![j]!))))
}
