/**
 * Measures over words: E and Cov of the state, of prev(state) and of local definitions; the means vanish, so Cov is
 * E.
 */
import { refuse } from '../../symbolic/errors.js'
import type { Calls } from '../../symbolic/evaluate.js'
import { integerOf } from '../../symbolic/evaluate.js'
import { operandsOf, type Expression } from '../../symbolic/expression.js'
import type { FreeElement } from '../../symbolic/rings/free-algebra.js'
import { isScalar, mapValue, multiplyValues, transposeValue, type Value } from '../../symbolic/value.js'
import type { WordProcess } from './word-process.js'

/** The value of a measure in letters of second moments. @throws StatementError EVERY_DIMENSION */
export function wordMeasure<T>(e: Expression, process: WordProcess<T>): Value<FreeElement<T>> {
  const { algebra, parameters, expect, read } = process
  const expected = ([x, y]: readonly Expression[]): Value<FreeElement<T>> => {
    const [a, b] = [x!, y ?? x!].map((part) => inState(part, process))
    const row = mapValue(transposeValue(b!), algebra.transposed)
    return mapValue(multiplyValues(a!, row, algebra), expect)
  }
  const second = ([x]: readonly Expression[]): Value<FreeElement<T>> => {
    const value = inState(x!, process)
    if (value.rows === 'D' && value.columns === '1') return mapValue(value, () => algebra.zero)
    return isScalar(value) || value.columns === 'D' ? mapValue(value, expect) : refuse('EVERY_DIMENSION', 'E of a row')
  }
  return read(e, parameters, new Map([['Cov', expected], ['E', second]]))
}

/** A formula in the state: the present one, or, where prev() occurs, the state before the step and the one after it. */
function inState<T>(e: Expression, { parameters, before, after, read }: WordProcess<T>): Value<FreeElement<T>> {
  const lagged = hasPrevious(e)
  const now = new Map([...parameters, ...after, ...(lagged ? [] : before)])
  const earlier: Calls<FreeElement<T>> = new Map([['prev', ([x, age]: readonly Expression[]) => {
    if (age && integerOf(age) !== 1) refuse('EVERY_DIMENSION', 'prev() reaches more than one step back')
    return read(x!, new Map([...parameters, ...before]))
  }]])
  return read(e, now, earlier)
}

const hasPrevious = (e: Expression): boolean =>
  (e.kind === 'call' && e.name === 'prev') || operandsOf(e).some(hasPrevious)
