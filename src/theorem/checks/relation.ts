/** Two sides of a relation must have one shape, and only numbers can be compared. */
import { refuse } from '../../symbolic/errors.js'
import type { Claim } from '../../symbolic/parse.js'
import { isScalar, sameShape, shapeText } from '../../symbolic/value.js'
import { shapeAt, type Scope } from './scope.js'
import { lawShape, type Shaped } from './shape-ring.js'

/** @throws StatementError */
export function checkRelation({ left, relation, right }: Claim, scope: Scope): void {
  const [a, b] = [shapeAt(left, scope), shapeAt(right, scope)]
  if (!sameShape(a, b)) refuse('SHAPE', `the left side is ${inWords(a)} and the right side ${inWords(b)}`)
  if (relation !== '==' && !isScalar(a)) {
    refuse('SHAPE', `"${relation}" compares numbers, not ${inWords(a)}; write posdef(...) for an order of matrices`)
  }
}

const inWords = (of: Shaped): string => (sameShape(of, lawShape) ? 'a law' : isScalar(of) ? 'a number' : shapeText(of))
