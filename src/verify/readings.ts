/**
 * How a measure that no moment gives is read, by the word it begins with: by an oracle with an error bound, and by
 * simulation. A new kind of measure is one file and one line here.
 */
import { refuse } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'
import type { Value } from '../symbolic/value.js'
import type { Base } from './algebra.js'
import type { Checker, Levels } from './checkers/checker.js'
import type { Ball } from './enclosures/ball.js'
import { exit } from './readings/exit.js'
import { passage } from './readings/passage.js'
import type { SimulatedDraw } from './simulated-draw.js'
import type { Variant } from './variant.js'

export interface Reading {
  /** the measured value at a point of the parameters. Throws NumericalError where none can be found */
  oracle(measure: Call, base: Base<number>): Value<Ball>
  /**
   * how a claim about the measured symbol is decided from samples. @throws StatementError where it says nothing of it
   */
  checker(name: string, measure: Call, variant: Variant, draw: SimulatedDraw, levels: Levels): Checker
}

export type Call = Extract<Expression, { kind: 'call' }>

const readings: ReadonlyMap<string, Reading> = new Map([['exit', exit], ['passage', passage]])

/** The reading of a measured symbol; null for measures that moments give. */
export function readingOf(name: string, { compiled }: Base<number>): { reading: Reading; measure: Call } | null {
  const measure = compiled.measure.get(name)
  const reading = measure?.kind === 'call' ? readings.get(measure.name) : undefined
  return reading ? { reading, measure: measure as Call } : null
}

/** The value of a measured symbol by its oracle. @throws StatementError NO_ORACLE */
export function oracleValue(name: string, base: Base<number>): Value<Ball> {
  const found = readingOf(name, base)
  if (found) return found.reading.oracle(found.measure, base)
  const measure = base.compiled.measure.get(name)
  const what = measure ? `${name} = ${print(measure)}` : name
  return refuse('NO_ORACLE', `agrees() has no oracle for ${what}; use moments() or simulated()`)
}
