/** The letters of a process: state and noise vectors, matrix parameters, second moments, covariances. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import { parseFormula } from '../../symbolic/parse.js'
import type { FreeAlgebra, FreeElement } from '../../symbolic/rings/free-algebra.js'
import { nameOf, type Alphabet } from '../../symbolic/rings/words.js'
import { mapValue, scalarOf, type Value } from '../../symbolic/value.js'
import type { Law } from '../laws/law.js'
import type { Recurrence } from '../text.js'

/** What each parameter is: a number, or a letter for a D x D matrix. */
export type LetterKind = 'scalar' | 'matrix' | 'symmetric'
export type Kinds = ReadonlyMap<string, LetterKind>

/** The letter of E[a b'] of two state variables. */
export const secondMoment = (a: string, b: string): string => (a <= b ? `E[${a} ${b}]` : `E[${b} ${a}]'`)

export const isMoment = (letter: string): boolean => letter.startsWith('E[')

/** All noises of a process by name. */
export const lawsOf = ({ noise, batch }: Recurrence): ReadonlyMap<string, Law> =>
  new Map(Object.entries({ ...noise, ...batch?.sample }))

/** @throws StatementError EVERY_DIMENSION for a state that is no vector */
export function alphabetOf(process: Recurrence, kinds: Kinds): Alphabet {
  const states = Object.entries(process.state)
  const odd = states.find(([, shape]) => shape !== 'vector')
  if (odd) refuse('EVERY_DIMENSION', `the state ${odd[0]} is no vector`)
  const laws = lawsOf(process)
  const symmetric = new Set([...kinds].filter(([, kind]) => kind === 'symmetric').map(([name]) => name))
  for (const [name] of states) symmetric.add(secondMoment(name, name))
  for (const name of laws.keys()) symmetric.add(placeholder(name))
  return {
    isVector: (name) => name in process.state || laws.get(name)?.isVector === true,
    isScalar: (name) => laws.get(name)?.isVector === false,
    isSymmetric: (name) => symmetric.has(name),
  }
}

const placeholder = (noise: string): string => `Cov[${noise}]`

/** The letter for the covariance of a vector noise: a symmetric parameter, or a placeholder. */
export function covarianceLetter(name: string, laws: ReadonlyMap<string, Law>, kinds: Kinds): string {
  const text = laws.get(nameOf(name))!.wick!
  return kinds.get(text) === 'symmetric' ? text : placeholder(nameOf(name))
}

/** What the placeholders stand for. */
export function placeholders<T>(
  process: Recurrence, parameters: Environment<FreeElement<T>>, algebra: FreeAlgebra<T>,
): Map<string, FreeElement<T>> {
  const vectors = [...lawsOf(process)].filter(([, law]) => law.wick !== null)
  const read = (text: string): FreeElement<T> => scalarOf(evaluate(parseFormula(text), parameters, algebra))
  return new Map(vectors.map(([name, law]) => [placeholder(name), read(law.wick!)]))
}

/** Parameters as values over words: numbers, letters, and I. */
export function parameterLetters<T>(
  kinds: Kinds, numbers: Environment<T>, algebra: FreeAlgebra<T>,
): Environment<FreeElement<T>> {
  const letter = (name: string): Value<FreeElement<T>> =>
    ({ rows: 'D', columns: 'D', entries: [[algebra.letter(name)]] })
  return new Map([
    ['I', { rows: 'D', columns: 'D', entries: [[algebra.one]] }],
    ...[...kinds].map(([name, kind]): [string, Value<FreeElement<T>>] =>
      [name, kind === 'scalar' ? mapValue(numbers.get(name)!, algebra.constant) : letter(name)]),
  ])
}
