/**
 * What is observed of a pair of independent replicas for a measure: (x + x') / 2 for E(x), and (x - x')(y - y')' / 2
 * for Cov(x, y), whose mean is the covariance whatever the means of x and y.
 */
import { inTheOther } from '../process/program/algorithm-program.js'
import type { Algorithm } from '../process/algorithm.js'
import { refuse } from '../symbolic/errors.js'
import { add, divide, multiply, number, subtract, transpose, type Expression } from '../symbolic/expression.js'
import { print } from '../symbolic/print.js'

/** @throws StatementError for a measure that is no E(.) or Cov(.) */
export function pairAverageOf(measure: Expression, process: Algorithm): Expression {
  if (measure.kind !== 'call' || (measure.name !== 'E' && measure.name !== 'Cov')) {
    refuse('NOT_SIMULATED',
      `"${print(measure)}" cannot be measured of an algorithm in TypeScript: write E(x), Cov(x) or Cov(x, y)`)
  }
  const [x, y = x] = measure.operands as [Expression, Expression?]
  const half = (e: Expression): Expression => divide(e, number(2))
  if (measure.name === 'E') return half(add(x, inTheOther(x, process)))
  const apart = (e: Expression): Expression => subtract(e, inTheOther(e, process))
  return half(multiply(apart(x), transpose(apart(y))))
}
