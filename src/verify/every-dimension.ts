/** A proof for every dimension at once, where the claim is a combination of the process's matrix moment equations. */
import type { LetterKind } from '../process/every-dimension/letters.js'
import { proveEveryDimension } from '../process/every-dimension/prove.js'
import { multiply, subtract, symbol, type Expression } from '../symbolic/expression.js'
import { randomBelow } from '../symbolic/random.js'
import { conditionsOf } from '../theorem/points.js'
import type { Domain } from '../theorem/domain.js'
import type { Case } from './case.js'
import { equationOf } from './equation.js'
import { fieldOf } from './field-points.js'
import { inlined } from './inlined.js'
import { processKindOf } from './process-kind-of.js'
import { recurrenceOf } from './process-of.js'
import type { Variant } from './variant.js'

const PRIMES = 3

/** Does the claim follow from the moment equations for every D? False where words of matrices cannot say it. */
export function holdsInEveryDimension(variant: Variant, at: Case): boolean {
  const { compiled } = at
  const kinds = kindsOf(compiled.symbols)
  if (!kinds || !processKindOf(compiled).hasSteps || variant.claim.limit || namesIndices(variant, at)) return false
  return Array.from({ length: PRIMES }, (_, k) => k).every((k) => {
    const ring = fieldOf(at, k)
    const bits = at.random(`every dimension ${variant.claim.name} ${k}`)
    return proveEveryDimension({
      process: recurrenceOf(compiled), kinds, ring, random: () => randomBelow(ring.p, bits),
      inline: inlined(variant.where),
      measures: compiled.measure,
      where: variant.where.filter(({ parameters }) => !parameters.length)
        .map(({ name, body }) => [name, body] as const),
      claim: equationOf(variant, 'moments'),
      zero: zerosOf(variant, at),
    })?.proved ?? false
  })
}

/** What the given symbols are as letters; null where one is neither a number nor a square matrix. */
function kindsOf(symbols: ReadonlyMap<string, Domain>): ReadonlyMap<string, LetterKind> | null {
  const given = [...symbols].filter(([, { role }]) => role === 'given')
  if (given.some(([, { rows, columns }]) => rows !== columns || (rows !== '1' && rows !== 'D'))) return null
  return new Map(
    given.map(([name, { rows, symmetric }]) => [name, rows === '1' ? 'scalar' : symmetric ? 'symmetric' : 'matrix']),
  )
}

const namesIndices = ({ claim }: Variant, { compiled }: Case): boolean =>
  [...compiled.symbols].some(([name, { role }]) => role === 'index' && new RegExp(`\\b${name}\\b`).test(claim.text))

/** Formulas that are zero by hypothesis: equalities, and commutators of commuting families. */
function zerosOf({ claim }: Variant, { compiled }: Case): Expression[] {
  const equalities = conditionsOf(compiled, claim.name).filter(({ relation }) => relation === '==')
  const commutators = [...compiled.symbols].flatMap(([name, { commutesWith }]) => commutesWith
    ? [subtract(multiply(symbol(name), symbol(commutesWith)), multiply(symbol(commutesWith), symbol(name)))] : [])
  return [...equalities.map(({ left, right }) => subtract(left, right)), ...commutators]
}
