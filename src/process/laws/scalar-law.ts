/** A scalar law from its raw moments and its draw: E of a product of k equal coordinates is the k-th moment. */
import { scalarOf } from '../../symbolic/value.js'
import { frozen } from '../frozen.js'
import type { Drawing, Law, LawAnswers, Texts } from './law.js'

interface ScalarLaw<T extends Texts> {
  readonly law: string
  readonly texts: T
  readonly isGaussian?: boolean
  readonly isSymmetric?: boolean
  readonly infiniteFrom?: number
  readonly sampled?: LawAnswers
  /** E x^k, k >= 1, as text; null where infinite or not stated */
  moment(k: number): string | null
  draw(at: Drawing): number
}

/** The law of one number. */
export const scalarLaw = <const T extends Texts>(of: ScalarLaw<T>): Law<T> => frozen<Law<T>>({
  ...of.texts,
  law: of.law,
  isVector: false,
  texts: of.texts,
  isGaussian: of.isGaussian ?? false,
  isSymmetric: of.isSymmetric ?? false,
  ...(of.infiniteFrom === undefined ? {} : { infiniteFrom: of.infiniteFrom }),
  ...(of.sampled === undefined ? {} : { sampled: of.sampled }),
  wick: null,
  moment: (k) => (k === 0 ? '1' : of.moment(k)),
  expectation: (indices, at) => {
    const text = indices.length ? of.moment(indices.length) : '1'
    return text === null ? undefined : scalarOf(at.value(text))
  },
  draw: (at) => [of.draw(at)],
})

/** 1 * 3 * 5 * ... * (k - 1), the k-th moment of a standard normal, for even k. */
export const doubleFactorial = (k: number): number => (k < 2 ? 1 : (k - 1) * doubleFactorial(k - 2))
