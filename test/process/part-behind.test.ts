import { beforeAll, expect, test } from 'vitest'
import { gaussian, standardNormal } from '../../src/process/laws.js'
import { partBehind } from '../../src/process/part-behind.js'
import { recurrence, scalar } from '../../src/process/text.js'
import { derivativesWritten } from '../../src/symbolic/differentiate.js'
import { loadParser } from '../../src/symbolic/parse.js'

beforeAll(loadParser)

const three = recurrence({
  state: { w: scalar, m: scalar, v: scalar },
  noise: { eta: gaussian({ variance: 'c' }), xi: standardNormal, zeta: standardNormal },
  batch: { size: 'S', sample: { x: standardNormal, y: standardNormal } },
  step: ['g = w * mean(x^2) + eta', 'm = m / 2 + g', 'f = v + xi * mean(y)', 'w = w - m', 'v = f / 2 + w'],
})

test('what a state depends on stays, over local lines, other states and samples', () => {
  const part = partBehind(three, ['w'], derivativesWritten)
  expect(Object.keys(part.state)).toEqual(['w', 'm'])
  expect(Object.keys(part.noise!)).toEqual(['eta'])
  expect(Object.keys(part.batch!.sample)).toEqual(['x'])
  expect(part.step).toEqual([three.step[0], three.step[1], three.step[3]])
})

test('a state that depends on all others keeps everything that is used', () => {
  const part = partBehind(three, ['v'], derivativesWritten)
  expect([part.state, part.step, part.batch]).toEqual([three.state, three.step, three.batch])
  expect(Object.keys(part.noise!)).toEqual(['eta', 'xi'])
})
