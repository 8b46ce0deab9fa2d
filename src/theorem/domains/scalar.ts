/** Domains of numbers: positive, between two bounds, real, a learning rate. */
import type { Arbitrary } from 'fast-check'
import { refuse } from '../../symbolic/errors.js'
import { Q, type Rational } from '../../symbolic/rings/rational.js'
import { scalarOf, scalarValue } from '../../symbolic/value.js'
import type { Domain, DomainOptions, FastCheck, Range } from '../domain.js'
import { genericScalar } from '../generic.js'
import { anyFraction, compare, exactDecimal, positiveFraction, properFraction } from '../rationals.js'

interface Numbers {
  readonly range: Range
  readonly scaled?: boolean
  draw(fc: FastCheck): Arbitrary<Rational>
  contains(x: Rational): boolean
}

function numbers(describes: string, options: DomainOptions, of: Numbers): Domain<'given'> {
  return Object.freeze({
    role: 'given', shape: 'scalar', rows: '1', columns: '1', symmetric: true, describes, whole: false,
    range: of.range,
    scaled: of.scaled ?? false,
    ...options,
    point: genericScalar,
    draw: ({ fc }) => of.draw(fc).map(scalarValue),
    contains: (value) => of.contains(scalarOf(value)),
  } satisfies Domain<'given'>)
}

const above = (bound: string): Range => ({ plain: (x) => `${x} > ${bound}`, tex: (x) => `${x} > ${bound}` })

/** A number above zero. */
export const positive = (describes: string, options: DomainOptions = {}): Domain<'given'> =>
  numbers(describes, options, { range: above('0'), draw: positiveFraction, contains: (x) => x.numerator > 0n })

/** Any real number. */
export const real = (describes: string, options: DomainOptions = {}): Domain<'given'> => numbers(describes, options, {
  range: { plain: (x) => `${x} real`, tex: (x) => `${x} \\in \\mathbb{R}` },
  draw: anyFraction,
  contains: () => true,
})

/** A positive number drawn last, at a stratified fraction of the boundary that the hypotheses set. */
export const learningRate = (describes: string, options: DomainOptions = {}): Domain<'given'> =>
  numbers(describes, options, {
    range: above('0'), scaled: true, draw: (fc) => fc.constant(Q.one), contains: (x) => x.numerator > 0n,
  })

/** A number strictly between two bounds. @throws StatementError unless the bounds are finite and in order */
export function between(from: number, to: number, describes: string, options: DomainOptions = {}): Domain<'given'> {
  if (!(Number.isFinite(from) && Number.isFinite(to) && from < to)) {
    refuse('BAD_DOMAIN', `between(${from}, ${to}) is empty; give two finite bounds in order`)
  }
  const [a, b] = [exactDecimal(from), exactDecimal(to)]
  return numbers(describes, options, {
    range: { plain: (x) => `${from} < ${x} < ${to}`, tex: (x) => `${from} < ${x} < ${to}` },
    draw: (fc) => properFraction(fc).map((t) => Q.add(a, Q.mul(t, Q.sub(b, a)))),
    contains: (x) => compare(a, x) < 0 && compare(x, b) < 0,
  })
}
