/**
 * A claim in a limit, x -> x0: at x = x0 + eps (or 1/eps) both sides are Laurent series in eps, and the claim is that
 * their leading terms are the same, that is, that their ratio goes to one.
 */
import { evaluate } from '../symbolic/evaluate.js'
import { print } from '../symbolic/print.js'
import { randomBelow } from '../symbolic/random.js'
import { laurentRing, NotEnoughTerms, type Laurent, type LaurentRing } from '../symbolic/rings/laurent.js'
import type { PrimeField } from '../symbolic/rings/prime-field.js'
import { mapValue, scalarValue, type Value } from '../symbolic/value.js'
import { conditionsOf, genericPoint } from '../theorem/points.js'
import { baseAt, pointAt } from './algebra.js'
import type { Case } from './case.js'
import { equationOf } from './equation.js'
import { fieldOf, namesOf } from './field-points.js'
import { sidesAt } from './residual.js'
import type { Variant } from './variant.js'

/** A side without a nonzero term among so many, at a random point, is zero. */
const MOST_TERMS = 24

/** Do the sides of the claim agree in their leading terms at a generic point of the k-th field? */
export function leadingTermsAgree(variant: Variant, dimension: number, k: number, attempt: number, at: Case): boolean {
  for (let terms = 6; ; terms *= 2) {
    try {
      return agreeWith(terms, variant, dimension, k, attempt, at)
    } catch (error) {
      if (!(error instanceof NotEnoughTerms) || terms >= MOST_TERMS) throw error
    }
  }
}

function agreeWith(terms: number, variant: Variant, dimension: number, k: number, attempt: number, at: Case): boolean {
  const { claim } = variant
  const { symbol, to } = claim.limit!
  const key = `series ${claim.whenText ?? ''} ${symbol} -> ${print(to)} ${dimension} ${k} ${attempt} ${terms}`
  const { base, ring } = at.once(key, () => seriesBase(key, terms, variant, dimension, fieldOf(at, k), at))
  const { left, right } = sidesAt(equationOf(variant, 'moments'), pointAt(base, namesOf(variant), variant.where))
  return left.entries.every((row, i) => row.every((x, j) => sameLeadingTerm(x, right.entries[i]![j]!, ring, terms)))
}

function seriesBase(key: string, terms: number, { claim }: Variant, dimension: number, field: PrimeField, at: Case) {
  const ring = laurentRing(field, terms)
  const bits = at.random(key)
  const given = genericPoint(at.compiled, {
    ring, dimension, random: () => ring.constant(randomBelow(field.p, bits)),
    conditions: conditionsOf(at.compiled, claim.name),
    fixed: new Map([[claim.limit!.symbol, near(claim.limit!.to, ring)]]),
  })
  return { base: baseAt(at.compiled, given, ring, dimension), ring }
}

/** x0 + eps, or 1 / eps for infinity. */
export function near<T>(to: Parameters<typeof evaluate>[0], ring: LaurentRing<T>): Value<Laurent<T>> {
  if (to.kind === 'symbol' && to.name === 'infinity') return scalarValue(ring.div(ring.one, ring.epsilon))
  return mapValue(evaluate(to, new Map(), ring), (x0) => ring.add(x0, ring.epsilon))
}

function sameLeadingTerm<T>(a: Laurent<T>, b: Laurent<T>, ring: LaurentRing<T>, terms: number): boolean {
  const order = (x: Laurent<T>): number =>
    (terms >= MOST_TERMS && !x.coefficients.length ? Infinity : ring.valuation(x))
  const [v, w] = [order(a), order(b)]
  if (v !== w) return false
  return v === Infinity || ring.field.isZero(ring.field.sub(ring.coefficient(a, v), ring.coefficient(b, v)))
}

