/** A recording is a function of its address: the order in which chunks are asked for does not matter, nor who asks. */
import { expect, test } from 'vitest'
import { compile } from '../../src/theorem/compile.js'
import { caseOf } from '../../src/verify/case.js'
import { parameterDraws } from '../../src/verify/parameter-draws.js'
import { simulatedDraw } from '../../src/verify/simulated-draw.js'
import { momentumByHand, gradientNoise } from '../refuted/twins.js'
import { quick } from './judged.js'
import type { Theorem } from '../../src/theorem/define.js'

async function open(theorem: Theorem, phase = 'search', seed = 'tests', number = 0) {
  const at = caseOf(await compile(theorem), { ...quick, seed })
  const claim = [...at.compiled.claims.values()][0]!
  const draw = (await parameterDraws(at, claim, 1, 4))[0]!
  return simulatedDraw(at, claim, draw, number, 1, phase)
}
const averages = async (...of: Parameters<typeof open>) => (await open(...of)).averages().recording

test('chunks are the same whatever order they are asked for in', async () => {
  const [forward, backward] = [await averages(momentumByHand), await averages(momentumByHand)]
  const last = [1, 0].map((k) => backward.chunk(k).values).reverse()
  expect([0, 1].map((k) => forward.chunk(k).values)).toEqual(last)
})

test('a chunk is computed once', async () => {
  const recording = await averages(momentumByHand)
  expect(recording.chunk(0)).toBe(recording.chunk(0))
})

test('no two chunks, draws, phases or seeds share their noise', async () => {
  const one = await averages(momentumByHand)
  const others = await Promise.all([averages(momentumByHand, 'confirm'), averages(momentumByHand, 'search', 'other'),
    averages(momentumByHand, 'search', 'tests', 1)])
  const streams = [one.chunk(0), one.chunk(1), ...others.map((r) => r.chunk(0))].map(({ values }) => [...values])
  const seen = new Set(streams.flat())
  expect(seen.size).toBe(streams.flat().length)
})

test('the bias that burn-in leaves stays within its share of the precision', async () => {
  const { bias } = (await open(momentumByHand)).endpoints('v')
  expect(bias.value).toBeLessThanOrEqual(quick.precision / 100)
  expect(bias.origin).toBe('exact recursion')
})

test('single steps from a known state have no bias', async () => {
  expect((await open(gradientNoise)).conditional('N').bias.value).toBe(0)
})
