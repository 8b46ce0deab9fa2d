/** Two sides of a relation must have one shape, and only numbers can be compared. */
import { refuse } from '../../symbolic/errors.js'
import type { Claim } from '../../symbolic/parse.js'
import { isScalar, sameShape, shapeText } from '../../symbolic/value.js'
import { shapeAt, type Scope } from './scope.js'
import { lawShape } from './shape-ring.js'

/** @throws StatementError */
export function checkRelation({ left, relation, right }: Claim, scope: Scope): void {
  const [a, b] = [shapeAt(left, scope, scope.shapes), shapeAt(right, scope, scope.shapes)]
  const text = (of: typeof a): string => (sameShape(of, lawShape) ? 'a law' : isScalar(of) ? 'a number' : shapeText(of))
  if (!sameShape(a, b)) refuse('SHAPE', `the left side is ${text(a)} and the right side ${text(b)}`)
  if (relation !== '==' && !isScalar(a)) {
    refuse('SHAPE', `"${relation}" compares numbers, not ${text(a)}; write posdef(...) for an order of matrices`)
  }
}
