/** Inequalities at numbers, in doubles. A value that is no number, or a division by zero, makes none hold. */
import { evaluate } from '../symbolic/evaluate.js'
import type { Expression } from '../symbolic/expression.js'
import { Pole } from '../symbolic/ring.js'
import { scalarOf, type Value } from '../symbolic/value.js'
import type { CompiledTheorem } from './compile.js'
import type { Condition } from './conditions.js'
import { expand } from './definitions.js'
import { doubles } from './doubles.js'
import { environmentOf } from './environment.js'

/** Values of the given symbols in doubles, in a dimension. */
export interface Numbers {
  readonly theorem: CompiledTheorem
  readonly dimension: number
  readonly values: ReadonlyMap<string, Value<number>>
}

/** Do all the inequalities hold? @throws StatementError for formulas that have no value in doubles */
export function allHold(inequalities: readonly Condition[], { theorem, dimension, values }: Numbers): boolean {
  const { where } = theorem
  try {
    const env = environmentOf(values, where, { ring: doubles, dimension })
    const valueOf = (e: Expression): number => scalarOf(evaluate(expand(e, where), env, doubles))
    return inequalities.every(({ left, relation, right }) => compare(valueOf(left), relation, valueOf(right)))
  } catch (error) {
    if (error instanceof Pole) return false
    throw error
  }
}

function compare(a: number, relation: Condition['relation'], b: number): boolean {
  switch (relation) {
    case '<': return a < b
    case '<=': return a <= b
    case '>': return a > b
    case '>=': return a >= b
    case '==': return a === b
  }
}
