import { expect, test } from 'vitest'
import {
  anyFunction, defineTheorem, diffusion, identity, positive, scalar, vector, type Theorem,
} from '../../src/index.js'
import { mori2022 } from '../../theorems/sources.js'
import { judged, verdicts } from './judged.js'

const about = (then: string, second: 'scalar' | 'vector' = 'scalar'): Theorem => defineTheorem({
  id: 'mori2022/example', title: 'Two springs', source: mori2022.at('Eq. (17)'),
  symbols: { k: positive('stiffness'), f: anyFunction('test function'), g: anyFunction('test function') },
  process: diffusion({
    state: { x: scalar, y: second === 'scalar' ? scalar : vector },
    drift: { x: '-k * x', y: '-y' }, diffusion: { x: 'sqrt(2 * k)', y: 'sqrt(2)' },
  }),
  claims: { stated: then },
  evidence: { stated: [identity()] },
} as never) as Theorem

test('the generator of two states adds what it does to each', async () => {
  const own = 'k * diff(f(x), x, 2) - k * x * diff(f(x), x)'
  const other = 'diff(g(y), y, 2) - y * diff(g(y), y)'
  expect(await verdicts(about(`generator(f(x) + g(y)) == ${own} + ${other}`))).toEqual({ stated: 'proved' })
  expect(await verdicts(about(`generator(f(x) + g(y)) == ${own}`))).toEqual({ stated: 'refuted' })
  const product = `generator(f(x) * g(y)) == g(y) * (${own}) + f(x) * (${other})`
  expect(await verdicts(about(product))).toEqual({ stated: 'proved' })
})

test('a current of two states is no number, and a vector beside a number is not differentiated', async () => {
  const reason = (theorem: Theorem): Promise<string> =>
    judged(theorem).then((reports) => JSON.stringify([...reports.values()]), String)
  expect(await reason(about('current(f(x)) == 0'))).toMatch(/one dimension/)
  expect(await reason(about('generator(f(x)) == 0', 'vector'))).toMatch(/states that are numbers/)
})
