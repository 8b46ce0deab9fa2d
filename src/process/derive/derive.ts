/**
 * The closed form of a stationary measure, found from the text alone: the moment equations solved over Z[parameters],
 * factored, and compared with the moments of the process at a random point before anyone sees it.
 */
import { refuse } from '../../symbolic/errors.js'
import { evaluate } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import type { Quotient } from '../../symbolic/fraction-free.js'
import { parseFormula } from '../../symbolic/parse.js'
import { print } from '../../symbolic/print.js'
import { randomPrime } from '../../symbolic/primes.js'
import { randomBelow } from '../../symbolic/random.js'
import { fractionRing, type Fraction, type FractionRing } from '../../symbolic/rings/fractions.js'
import { integerPolynomials, type IntegerPolynomial } from '../../symbolic/rings/integer-polynomial.js'
import { gcd } from '../../symbolic/rings/polynomial-gcd.js'
import { primeField } from '../../symbolic/rings/prime-field.js'
import { factoredQuotient } from '../../symbolic/show-factored.js'
import { scalarOf, scalarValue } from '../../symbolic/value.js'
import type { Inline } from '../lines.js'
import { expand } from '../moments/chain.js'
import type { Recurrence } from '../text.js'
import { exactMoments } from './exact-moments.js'
import { entryNames, patternValues, type Patterns } from './patterns.js'

export interface DeriveOptions {
  /** 1 for the whole measure; 2 for entries */
  readonly dimension: number
  /** which entry of the measure; (0, 0) by default */
  readonly entry?: readonly [row: number, column: number]
  readonly patterns: Patterns
  readonly inline?: Inline
  /** 64 random bits, for the comparison */
  readonly random: () => bigint
  /** products of coefficients that the elimination may take; 3 million by default, a few seconds */
  readonly steps?: number
}

export interface Derived {
  readonly formula: Expression
  /** the formula as text; entries of parameters are K_i, C_ij, or the plain names in one dimension */
  readonly text: string
}

/** Longer determinants rarely split a factor and always cost a gcd. */
const LONGEST_DIVISOR = 60

/**
 * The closed form of one entry of a stationary measure.
 * @throws StatementError NOT_CLOSED, or DERIVED_WRONG if the comparison fails; OutOfSteps for a system too large
 */
export function derive(process: Recurrence, measure: Expression, options: DeriveOptions): Derived {
  const { dimension, patterns, inline, steps = 3_000_000 } = options
  const ring = fractionRing(integerPolynomials(entryNames(patterns, dimension), steps))
  const chain = expand(process, {
    dimension, ring, values: patternValues(patterns, dimension, ring, ring.variable), ...(inline ? { inline } : {}),
  })
  const determinants: IntegerPolynomial[] = []
  const value = chain.measure(measure, (wanted) => {
    const exact = exactMoments(chain.system, wanted, ring)
    determinants.push(...exact.determinants)
    return exact.moments
  })
  const [i, j] = options.entry ?? [0, 0]
  const known = determinants.filter((d) => d.size < LONGEST_DIVISOR)
  const formula = factoredQuotient(lowestTerms(value.entries[i]![j]!, ring), ring.polynomials, known)
  const text = print(formula)
  compare(text, process, measure, options)
  return { formula, text }
}

function lowestTerms({ numerator, denominator }: Fraction, ring: FractionRing): Quotient {
  const below = ring.expanded(denominator)
  const g = gcd(numerator, below, ring.polynomials)
  return { numerator: ring.polynomials.div(numerator, g), denominator: ring.polynomials.div(below, g) }
}

/** Reads the text again and compares it with the moments at a random point of a random field. */
function compare(text: string, process: Recurrence, measure: Expression, options: DeriveOptions): void {
  const { dimension, patterns, random, inline, entry = [0, 0] } = options
  const field = primeField(randomPrime(random))
  const numbers = new Map(entryNames(patterns, dimension).map((name) => [name, randomBelow(field.p, random)]))
  const values = patternValues(patterns, dimension, field, (name) => numbers.get(name)!)
  const chain = expand(process, { dimension, ring: field, values, ...(inline ? { inline } : {}) })
  const right = chain.stationary(new Map([['x', measure]])).get('x')!.entries[entry[0]]![entry[1]]!
  const point = new Map([...numbers].map(([name, x]) => [name, scalarValue(x)]))
  if (scalarOf(evaluate(parseFormula(text), point, field)) !== right) {
    refuse('DERIVED_WRONG', `the formula "${text}" differs from the moments of the process at a random point`)
  }
}
