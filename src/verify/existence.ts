/**
 * exists(X) at an exact point: the moments that X is made of are finite and are approached from every start. X = E(w^4)
 * asks for a certificate of degree 4; odd moments, like the means in a covariance, exist where the next even ones do.
 */
import { refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'
import type { Rational } from '../symbolic/rings/rational.js'
import type { Base } from './algebra.js'
import { isConditional } from './measured.js'
import { processKindOf } from './process-kind-of.js'

const certificates = new WeakMap<Base<Rational>, Map<number, boolean>>()

/** Are the moments of a measured symbol stable? Each degree is decided once at each point. @throws StatementError */
export function exists({ operands: [x] }: Extract<Expression, { kind: 'call' }>, base: Base<Rational>): boolean {
  const degree = evenDegreeOf(x!, base)
  const known = certificates.get(base) ?? new Map<number, boolean>()
  certificates.set(base, known)
  if (!known.has(degree)) known.set(degree, processKindOf(base.compiled).stability(base, degree) === 'stable')
  return known.get(degree)!
}

function evenDegreeOf(x: Expression, base: Base<Rational>): number {
  const measure = x.kind === 'symbol' ? base.compiled.measure.get(x.name) : undefined
  if (!measure || isConditional(measure)) {
    return refuse('NOT_STATIONARY', `exists() takes a symbol that is measured at stationarity, not "${print(x)}"`)
  }
  return 2 * Math.max(1, Math.ceil(degreeOf(measure, base) / 2))
}

/** The highest degree of the moments that a measure asks for. */
function degreeOf(measure: Expression, base: Base<Rational>): number {
  const chain = base.stationary()
  if (measure.kind === 'call' && measure.name === 'Law') return 2
  let degree = 0
  chain.measure(measure, (wanted) => {
    const all = [...wanted]
    degree = Math.max(degree, ...all.map((monomial) => chain.space.atoms.degree(monomial)))
    return new Map(all.map((monomial) => [monomial, base.ring.zero]))
  })
  return degree
}
