/**
 * E of words over one step: scalar noises by their stated moments, batch means by set partitions in u = 1/S,
 * vectors by Wick contraction. State vectors have mean zero and second moments that are letters: E[w w'].
 */
import { refuse } from '../../symbolic/errors.js'
import type { Ring } from '../../symbolic/ring.js'
import type { FreeAlgebra, FreeElement, Term } from '../../symbolic/rings/free-algebra.js'
import { meanOf, nameOf, withMean, type Alphabet } from '../../symbolic/rings/words.js'
import type { Law } from '../laws/law.js'
import { coincidence } from '../moments/noise-moments.js'
import { forEachPartition } from '../moments/partitions.js'
import { secondMoment } from './letters.js'
import { wick, type Between } from './wick.js'

export interface WordNoise<T> {
  readonly algebra: FreeAlgebra<T>
  readonly ring: Ring<T>
  readonly alphabet: Alphabet
  readonly states: readonly string[]
  readonly laws: ReadonlyMap<string, Law>
  /** E x^k of a scalar law, as a number */
  readonly moment: (law: Law, k: number) => T
  /** letter of the covariance of a vector law */
  readonly covariance: (name: string) => string
  /** 1/S; asked for only where two means are multiplied */
  readonly inverseSize: () => T
}

/** E of an element. @throws StatementError EVERY_DIMENSION for what words cannot say */
export function expectation<T>(a: FreeElement<T>, noise: WordNoise<T>): FreeElement<T> {
  const between = betweenOf(noise)
  return noise.algebra.sum([...a.values()].flatMap((term) => overBatch(term, noise).flatMap((t) => {
    checkDegree(t, noise)
    const factor = scalarMoments(t, noise)
    if (noise.ring.isZero(factor)) return []
    const vectors = { ...t, coefficient: noise.ring.mul(t.coefficient, factor), scalars: [], means: 0 }
    return wick(vectors, between, noise.alphabet)
  })))
}

/** The term for each way in which its means share samples. */
function overBatch<T>(term: Term<T>, { ring, inverseSize }: WordNoise<T>): Term<T>[] {
  if (term.means < 2) return [term]
  const terms: Term<T>[] = []
  const numbers = Array.from({ length: term.means }, (_, i) => i + 1)
  forEachPartition(numbers, (blocks) => {
    const block = (letter: string): string =>
      (meanOf(letter) ? withMean(letter, 1 + blocks.findIndex((b) => b.includes(meanOf(letter)))) : letter)
    terms.push({
      coefficient: ring.mul(term.coefficient, coincidence(numbers.length, blocks.length, inverseSize(), ring)),
      word: term.word.map(block),
      loops: term.loops.map((loop) => loop.map(block)),
      scalars: term.scalars.map(block),
      means: blocks.length,
    })
  })
  return terms
}

function checkDegree<T>(t: Term<T>, { states, laws }: WordNoise<T>): void {
  const letters = [...t.word, ...t.loops.flat(), ...t.scalars].map(nameOf)
  const ofState = letters.filter((l) => states.includes(l)).length
  if (ofState > 2) refuse('EVERY_DIMENSION', 'the step is not affine in the state')
  const odd = letters.find((l) => laws.get(l)?.isVector && laws.get(l)!.wick === null)
  if (odd) refuse('EVERY_DIMENSION', `the vector ${odd} is not Gaussian`)
}

function scalarMoments<T>({ scalars }: Term<T>, { ring, laws, moment }: WordNoise<T>): T {
  return [...new Set(scalars)].reduce((product, letter) => {
    const law = laws.get(nameOf(letter)) ?? refuse('EVERY_DIMENSION', `${letter} is a scalar without a law`)
    return ring.mul(product, moment(law, scalars.filter((l) => l === letter).length))
  }, ring.one)
}

const betweenOf = <T>({ states, covariance }: WordNoise<T>): Between => (a, b) => {
  if (states.includes(a) && states.includes(b)) return secondMoment(a, b)
  return a === b && !states.includes(a) ? covariance(nameOf(a)) : null
}
