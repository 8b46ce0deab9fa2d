/**
 * What a simulation records for a measure: E(x) is the average of x, Cov(x, y) that of (x - E x)(y - E y)', with the
 * exact means of the process; the endpoints of x alone suffice for Cov(x) where the state is exactly Gaussian.
 */
import { refuse } from '../symbolic/errors.js'
import { call, multiply, subtract, symbol, transpose, type Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'
import { evaluate } from '../symbolic/evaluate.js'
import type { Polynomial } from '../symbolic/rings/polynomial.js'
import { stateAt } from '../process/moments/state.js'
import { mapValue, type Value } from '../symbolic/value.js'
import type { Base } from './algebra.js'
import { inlined } from './inlined.js'
import { givenState, type Conditional } from './measured.js'
import { recurrenceOf } from './process-of.js'

/** A formula to record after each step, and the parameters it needs beside those of the theorem. */
export interface Observed {
  readonly formula: Expression
  readonly means: ReadonlyMap<string, Value<number>>
}

/** The average whose expectation is the measure. @throws StatementError for a measure that is no E(.) or Cov(.) */
export function averageOf(measure: Expression, base: Base<number>): Observed {
  if (measure.kind !== 'call' || (measure.name !== 'E' && measure.name !== 'Cov')) {
    refuse('NOT_SIMULATED', `"${print(measure)}" cannot be simulated: write a measure as E(x), Cov(x) or Cov(x, y)`)
  }
  const [x, y = x] = measure.operands
  if (measure.name === 'E') return { formula: x!, means: new Map() }
  const [left, right] = [centred(x!, base), centred(y!, base)]
  return { formula: multiply(left.formula, transpose(right.formula)), means: new Map([...left.means, ...right.means]) }
}

/**
 * The average over single steps whose expectation is given(Cov(x), state, value): (x - m)(x - m)' with the exact mean m
 * there.
 */
export function conditionalAverageOf(measure: Conditional, base: Base<number>): Observed {
  const inner = measure.operands[0]!
  if (inner.kind !== 'call' || (inner.name !== 'E' && inner.name !== 'Cov')) {
    refuse('NOT_SIMULATED', `"${print(measure)}" cannot be simulated: write given(E(x), ...) or given(Cov(x), ...)`)
  }
  if (inner.name === 'E') return { formula: inner.operands[0]!, means: new Map() }
  const chain = base.chain()
  const centredAt = (x: Expression): Observed => {
    const mean = chain.at(chain.conditional(call('E', x)), givenState(base, measure))
    const name = `mean of ${print(x)}`
    return { formula: subtract(x, symbol(name)), means: new Map([[name, mean]]) }
  }
  const [x, y = x] = inner.operands
  const [left, right] = [centredAt(x!), centredAt(y!)]
  return { formula: multiply(left.formula, transpose(right.formula)), means: new Map([...left.means, ...right.means]) }
}

/** x - E x, itself where its mean is zero. */
export function centred(x: Expression, base: Base<number>): Observed {
  const mean =
    base.chain().stationary(new Map([['mean', { kind: 'call', name: 'E', operands: [x] } as Expression]])).get('mean')!
  if (mean.entries.every((row) => row.every((m) => m === 0))) return { formula: x, means: new Map() }
  const name = `mean of ${print(x)}`
  return { formula: subtract(x, symbol(name)), means: new Map([[name, mean]]) }
}

/** An observable as polynomials in the present state. @throws StatementError where it names more than that */
export function polynomialOf({ formula, means }: Observed, base: Base<number>): Value<Polynomial<number>> {
  const { space } = base.chain()
  const known = new Map([...means].map(([name, v]) => [name, mapValue(v, space.polynomials.constant)]))
  const env = new Map([...space.parameters, ...stateAt(recurrenceOf(base.compiled), space), ...known])
  return evaluate(inlined(base.compiled.where)(formula), env, space.polynomials)
}
