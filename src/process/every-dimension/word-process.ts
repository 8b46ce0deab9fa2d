/** A process over words of letters: one step for every dimension, and its matrix moment equations. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Calls, type Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import { parseFormula } from '../../symbolic/parse.js'
import type { Ring } from '../../symbolic/ring.js'
import { freeAlgebra, type FreeAlgebra, type FreeElement } from '../../symbolic/rings/free-algebra.js'
import { mapValue, scalarOf, scalarValue, type Value } from '../../symbolic/value.js'
import { linesOf, type Inline } from '../lines.js'
import type { Recurrence } from '../text.js'
import { expectation, type WordNoise } from './expectation.js'
import {
  alphabetOf, covarianceLetter, lawsOf, parameterLetters, placeholders, secondMoment, type Kinds,
} from './letters.js'
import { replaced } from './replace.js'

type Words<T> = Environment<FreeElement<T>>

export interface WordProcess<T> {
  readonly algebra: FreeAlgebra<T>
  /** parameters as letters and numbers, I the identity */
  readonly parameters: Words<T>
  /** the state before the step */
  readonly before: Words<T>
  /** the state after it, noises and local definitions */
  readonly after: Words<T>
  /** elements that vanish at stationarity, one for each pair of state vectors */
  readonly equations: readonly FreeElement<T>[]
  /** E over the noise and over the state before the step */
  expect(a: FreeElement<T>): FreeElement<T>
  read(e: Expression, env: Words<T>, calls?: Calls<FreeElement<T>>): Value<FreeElement<T>>
}

export interface WordPoint<T> {
  readonly process: Recurrence
  readonly kinds: Kinds
  readonly ring: Ring<T>
  /** a random element of the field, for the scalar parameters */
  readonly random: () => T
  readonly inline?: Inline
}

/**
 * Reads a process over words. The state has mean zero: a column without state letters has an odd number of centred
 * Gaussian vectors. @throws StatementError for what words cannot say
 */
export function wordProcess<T>(point: WordPoint<T>): WordProcess<T> {
  const { process, kinds, ring, random, inline } = point
  const algebra = freeAlgebra(ring, alphabetOf(process, kinds))
  const scalars = [...kinds].filter(([, kind]) => kind === 'scalar')
  const numbers = new Map(scalars.map(([name]) => [name, scalarValue(random())]))
  const parameters = parameterLetters(kinds, numbers, algebra)
  const covariances = placeholders(process, parameters, algebra)
  const noise = noiseOf(point, algebra, (text) => scalarOf(evaluate(parseFormula(text), numbers, ring)))
  const expect = (a: FreeElement<T>): FreeElement<T> => replaced(expectation(a, noise), covariances, algebra)
  const read = reader(process, algebra)
  const column = (name: string, rows = 'D'): [string, Value<FreeElement<T>>] =>
    [name, { rows, columns: '1', entries: [[algebra.letter(name)]] }]
  const before = new Map(Object.keys(process.state).map((name) => column(name)))
  const after = new Map([...before, ...[...noise.laws].map(([name, law]) => column(name, law.isVector ? 'D' : '1'))])
  for (const { name, value } of linesOf(process, inline)) {
    after.set(name, read(value, new Map([...parameters, ...after])))
  }
  const equations = equationsOf([...before.keys()], after, algebra, expect)
  return { algebra, parameters, before, after, expect, read, equations }
}

function noiseOf<T>(
  { process, kinds, ring }: WordPoint<T>, algebra: FreeAlgebra<T>, numberOf: (text: string) => T,
): WordNoise<T> {
  const laws = lawsOf(process)
  return {
    algebra, ring, laws,
    alphabet: alphabetOf(process, kinds),
    states: Object.keys(process.state),
    moment: (law, k) =>
      numberOf(law.moment(k) ?? refuse('MOMENT_NOT_STATED', `a moment of order ${k} is needed and is not stated`)),
    covariance: (name) => covarianceLetter(name, laws, kinds),
    inverseSize: () => ring.div(ring.one, numberOf(process.batch!.size)),
  }
}

function reader<T>({ batch }: Recurrence, algebra: FreeAlgebra<T>): WordProcess<T>['read'] {
  const isSample = (name: string): boolean => batch !== undefined && name in batch.sample
  const read: WordProcess<T>['read'] = (e, env, calls = new Map()) => {
    const mean = ([x]: readonly Expression[]): Value<FreeElement<T>> =>
      mapValue(read(x!, env, calls), (a) => algebra.mean(a, isSample))
    return evaluate(e, env, algebra, new Map([...calls, ['mean', mean]]))
  }
  return read
}

function equationsOf<T>(
  states: readonly string[], after: Words<T>, algebra: FreeAlgebra<T>, expect: WordProcess<T>['expect'],
): FreeElement<T>[] {
  const next = (name: string): FreeElement<T> => scalarOf(after.get(name)!)
  return states.flatMap((a) => states.map((b) =>
    algebra.sub(expect(algebra.mul(next(a), algebra.transposed(next(b)))), algebra.letter(secondMoment(a, b)))))
}
