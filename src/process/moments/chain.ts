/**
 * A process at a point of its parameters as a linear map on the monomials of its state, over any field:
 * stationary moments, transients, lags, joint and fourth moments, moments given the state. Nothing is sampled.
 */
import { refuse } from '../../symbolic/errors.js'
import type { Environment } from '../../symbolic/evaluate.js'
import type { Expression } from '../../symbolic/expression.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import { mapValue, type Value } from '../../symbolic/value.js'
import { eulerStep } from '../ito/euler-step.js'
import type { Inline } from '../lines.js'
import type { Recurrence } from '../text.js'
import { closure, type Limits } from './closure.js'
import { atState, conditionalValue } from './conditional.js'
import { expectedValue, longestLag } from './expected.js'
import { average, measured, type Measures } from './measure.js'
import { operatorOf, type Operator } from './operator.js'
import { spaceAt, type Point, type Space } from './space.js'
import { stateMonomials } from './state.js'
import { stationaryMoments, type Moments } from './stationary.js'
import { runStep, type Step } from './step.js'
import type { MomentSystem } from './system.js'
import { startingMoments, transientMoments } from './transient.js'

export interface Chain<T> {
  readonly space: Space<T>
  readonly system: MomentSystem<T>
  readonly operator: Operator<T>
  /** monomials of the coordinates of the state, in the order of the text */
  readonly states: readonly number[]
  /** T of a monomial of the state */
  next(monomial: number): Polynomial<T>
  /** the moments that the wanted ones need. @throws StatementError NOT_CLOSED */
  closure(wanted: Iterable<number>, limits?: Limits): number[]
  /** stationary moments of monomials. @throws StatementError NOT_CLOSED, NO_STATIONARY */
  moments(wanted: Iterable<number>, limits?: Limits): Moments<T>
  /** stationary values of measures such as E(w * w'), Cov(w, m), E(w * prev(w)') */
  stationary(measures: Measures, limits?: Limits): Map<string, Value<T>>
  /** the value of one measure for moments found by the caller */
  measure(measure: Expression, momentsOf: (wanted: Iterable<number>) => Moments<T>): Value<T>
  /** values of measures some steps after a known state */
  transient(measures: Measures, start: Environment<T>, steps: number): Map<string, Value<T>>
  /** a measure over one step given the state before it, as polynomials in that state */
  conditional(measure: Expression): Value<Polynomial<T>>
  /** polynomials in the state at a state */
  at(value: Value<Polynomial<T>>, state: Environment<T>): Value<T>
  /** polynomials in the state, averaged over the stationary law */
  averaged(value: Value<Polynomial<T>>): Value<T>
}

export interface ExpandOptions<T> extends Point<T> {
  /** replaces calls of definitions by their formulas */
  readonly inline?: Inline
}

/**
 * Reads a recurrence over polynomials.
 * @throws StatementError for a bad text (with its line), NOT_CLOSED for a step that is no polynomial in the state
 */
export function expand<T>(process: Recurrence, options: ExpandOptions<T>): Chain<T> {
  const space = spaceAt(options)
  const { step, operator } = process.approximates
    ? eulerStep(process.approximates, space, options.inline) : linesStep(process, space, options.inline)
  const system = systemOf(space, operator.next)
  const expected = expectedValue(process, space, step, operator)
  const moments: Chain<T>['moments'] = (wanted, limits) => stationaryMoments(system, wanted, limits)
  const reading = { values: space.values, ring: space.ring, expected }
  return {
    space,
    system,
    operator,
    states: stateMonomials(process, space),
    next: operator.next,
    closure: (wanted, limits) => closure(system, wanted, limits),
    moments,
    stationary: (measures, limits) =>
      measured(measures, { ...reading, momentsOf: (wanted) => moments(wanted, limits) }),
    measure: (measure, momentsOf) => measured(new Map([['', measure]]), { ...reading, momentsOf }).get('')!,
    transient: (measures, start, steps) => {
      const lag = Math.max(0, ...[...measures.values()].map((e) => longestLag(e, step)))
      if (steps < lag) refuse('LAG', `prev() reaches ${lag} steps back, and only ${steps} were made`)
      return measured(measures, {
        ...reading,
        expected: (operands) => expected(operands, lag),
        momentsOf: (wanted) => transientMoments(
          space.ring, operator.next, startingMoments(space, start, closure(system, wanted)), steps - lag,
        ),
      })
    },
    conditional: (measure) => conditionalValue(measure, process, space, step, expected),
    at: (value, state) => atState(value, space, state),
    averaged: (value) => {
      const all = moments(value.entries.flat().flatMap((p) => [...p.keys()]))
      return mapValue(value, (p) => average(p, all, space.ring))
    },
  }
}

function linesStep<T>(
  process: Recurrence, space: Space<T>, inline?: Inline,
): { step: Step<T>; operator: Operator<T> } {
  const step = runStep(process, space, inline)
  return { step, operator: operatorOf(process, space, step) }
}

function systemOf<T>(
  { ring, atoms, polynomials }: Space<T>, next: (monomial: number) => Polynomial<T>,
): MomentSystem<T> {
  const known = new Map<number, Polynomial<T>>()
  const flow = (monomial: number): Polynomial<T> => {
    if (!known.has(monomial)) known.set(monomial, polynomials.sub(next(monomial), polynomials.monomial(monomial)))
    return known.get(monomial)!
  }
  return { ring, degree: atoms.degree, text: atoms.text, flow }
}
