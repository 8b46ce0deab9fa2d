/**
 * A proof for every dimension at once: the claim as a combination of the matrix moment equations, multiplied by words
 * from
 * both sides, in the free algebra of letters. Scalar parameters are random elements of a field, so the proof is an
 * identity
 * with the error of Schwartz and Zippel; a claim that is no such combination may still be true.
 */
import { StatementError } from '../../symbolic/errors.js'
import type { Expression } from '../../symbolic/expression.js'
import type { FreeAlgebra, FreeElement } from '../../symbolic/rings/free-algebra.js'
import { isScalar, zipValues, sameShape, type Value } from '../../symbolic/value.js'
import type { Measures } from '../moments/measure.js'
import { alphabetOf } from './letters.js'
import { wordMeasure } from './measures.js'
import { multipliersOf } from './multipliers.js'
import { combinationSize } from './span.js'
import { wordProcess, type WordPoint, type WordProcess } from './word-process.js'

export interface EveryDimensionQuestion<T> extends WordPoint<T> {
  readonly measures: Measures
  /** definitions in order; those that are no words are left out */
  readonly where?: readonly (readonly [name: string, body: Expression])[]
  readonly claim: { readonly left: Expression; readonly right: Expression }
  /** formulas that are zero by hypothesis, such as K * C - C * K */
  readonly zero?: readonly Expression[]
}

export interface EveryDimensionAnswer {
  readonly proved: boolean
  /** how many products of equations and words the proof combines; 0 where there is none */
  readonly combination: number
  /** how many were at hand */
  readonly columns: number
}

/** Proves a claim for every D, or says that it does not follow from the equations; null where words cannot say it. */
export function proveEveryDimension<T>(question: EveryDimensionQuestion<T>): EveryDimensionAnswer | null {
  try {
    return decide(question)
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}

function decide<T>(question: EveryDimensionQuestion<T>): EveryDimensionAnswer | null {
  const process = wordProcess(question)
  const { algebra } = process
  const env = environmentOf(question, process)
  const sides = [question.claim.left, question.claim.right].map((e) => process.read(e, env))
  if (!sameShape(sides[0]!, sides[1]!)) return null
  const target = zipValues(sides[0]!, sides[1]!, algebra.sub)
  const zero = (question.zero ?? []).map((e) => process.read(e, env).entries[0]![0]!)
  const difference = target.entries[0]![0]!
  const words = multipliersOf(difference, alphabetOf(question.process, question.kinds))
  const columns = columnsOf([...process.equations, ...zero], isScalar(target), algebra, words)
  const combination = combinationSize(columns, difference, question.ring)
  return { proved: combination !== null, combination: combination ?? 0, columns: columns.length }
}

/** Parameters, measures, and those definitions that words can say. */
function environmentOf<T>(
  { measures, where = [] }: EveryDimensionQuestion<T>, process: WordProcess<T>,
): Map<string, Value<FreeElement<T>>> {
  const env = new Map(process.parameters)
  for (const [name, e] of measures) define(name, () => wordMeasure(e, process), env)
  for (const [name, e] of where) define(name, () => process.read(e, env), env)
  return env
}

function define<T>(name: string, value: () => Value<T>, env: Map<string, Value<T>>): void {
  try {
    env.set(name, value())
  } catch (error) {
    if (!(error instanceof StatementError)) throw error
  }
}

/** Equations between words, W equation V'; for a scalar claim their traces. */
function columnsOf<T>(
  equations: readonly FreeElement<T>[], traces: boolean, algebra: FreeAlgebra<T>, words: readonly string[][],
): FreeElement<T>[] {
  const element = (word: readonly string[]): FreeElement<T> => word.map(algebra.letter).reduce(algebra.mul, algebra.one)
  const elements = words.map(element)
  const left = equations.flatMap((e) => elements.map((w) => algebra.mul(w, e)))
  if (traces) return left.map(algebra.trace)
  return left.flatMap((e) => elements.map((w) => algebra.mul(e, algebra.transposed(w))))
}
