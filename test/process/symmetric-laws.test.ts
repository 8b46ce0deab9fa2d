/** A law says of itself whether it is drawn as its negative is; its odd moments must agree. */
import { beforeAll, expect, test } from 'vitest'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { Q } from '../../src/symbolic/rings/rational.js'
import {
  bernoulli, centred, chiSquare, exponential, finiteSupport, gaussian, iid, laplace, rademacher, standardNormal,
  student, uniform,
} from '../../src/index.js'

beforeAll(loadParser)

const isZero = (text: string): boolean => evaluate(parseFormula(text), new Map(), Q).entries[0]![0]!.numerator === 0n

test.each([
  gaussian({ variance: '2' }), standardNormal, rademacher, laplace({ scale: '3' }), student({ degrees: 9 }),
])('a law that calls itself symmetric has no odd moments', (law) => {
  expect(law.isSymmetric).toBe(true)
  for (const k of [1, 3, 5, 7]) expect(isZero(law.moment(k)!)).toBe(true)
  expect(iid(law).isSymmetric).toBe(true)
})

test.each([
  uniform({ from: '0', to: '1' }), bernoulli({ probability: '1 / 3' }), exponential({ mean: '2' }),
  chiSquare({ degrees: 3 }),
  finiteSupport({ values: ['-1', '2'], probabilities: ['2 / 3', '1 / 3'] }), centred({ variance: '1', third: '1' }),
])('a law with an odd moment does not call itself symmetric', (law) => {
  expect([1, 3].some((k) => !isZero(law.moment(k)!))).toBe(true)
  expect(law.isSymmetric ?? false).toBe(false)
})
