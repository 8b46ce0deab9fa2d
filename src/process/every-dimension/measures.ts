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
    const lagged = [x!, y ?? x!].some((part) => reachesBack(part, process))
    const [a, b] = [x!, y ?? x!].map((part) => inState(part, process, lagged))
    const row = mapValue(transposeValue(b!), algebra.transposed)
    return mapValue(multiplyValues(a!, row, algebra), expect)
  }
  const second = ([x]: readonly Expression[]): Value<FreeElement<T>> => {
    const value = inState(x!, process, reachesBack(x!, process))
    if (value.rows === 'D' && value.columns === '1') return mapValue(value, () => algebra.zero)
    return isScalar(value) || value.columns === 'D' ? mapValue(value, expect) : refuse('EVERY_DIMENSION', 'E of a row')
  }
  return read(e, parameters, new Map([['Cov', expected], ['E', second]]))
}

/**
 * A formula in the state: the present one, or, where prev() or a part of the step occurs, the states before and after
 * it.
 */
function inState<T>(
  e: Expression, { parameters, before, after, read }: WordProcess<T>, lagged: boolean,
): Value<FreeElement<T>> {
  const now = new Map([...parameters, ...after, ...(lagged ? [] : before)])
  const earlier: Calls<FreeElement<T>> = new Map([['prev', ([x, age]: readonly Expression[]) => {
    if (age && integerOf(age) !== 1) refuse('EVERY_DIMENSION', 'prev() reaches more than one step back')
    return read(x!, new Map([...parameters, ...before]))
  }]])
  return read(e, now, earlier)
}

/** Does it name prev(), or a noise or a local definition of the step? */
function reachesBack<T>(e: Expression, process: Pick<WordProcess<T>, 'before' | 'after'>): boolean {
  if (e.kind === 'symbol') return process.after.has(e.name) && !process.before.has(e.name)
  return (e.kind === 'call' && e.name === 'prev') || operandsOf(e).some((part) => reachesBack(part, process))
}
