/** Misprints of the process itself: wrong steps are killed, steps that are the same are found to be the same. */
import { expect, test } from 'vitest'
import { compile } from '../../src/theorem/compile.js'
import type { Theorem } from '../../src/theorem/define.js'
import { algorithmTeeth } from '../../src/verify/algorithm-teeth.js'
import { caseOf } from '../../src/verify/case.js'
import { fieldBase } from '../../src/verify/field-points.js'
import { processMisprints } from '../../src/verify/process-misprints.js'
import { isSameStep } from '../../src/verify/same-step.js'
import { recurrence, gaussian, scalar } from '../../src/index.js'
import { doubleWell, gradientNoise, heavyBall, oneWeight, plain, regression, finiteData } from '../refuted/twins.js'
import { judged, quick } from './judged.js'

const options = { ...quick, misprints: true }
const teethOf = async (theorem: Theorem) =>
  (await algorithmTeeth([...(await judged(theorem)).values()], caseOf(await compile(theorem), options)))!
const changes = async (theorem: Theorem) => processMisprints(await compile(theorem)).map(({ change }) => change)

test.each([[heavyBall, 12], [plain, 6], [regression, 12]] as const)('every wrong step of a proved theorem is killed', async (theorem, least) => {
  const { total, killed, equivalent, alsoTrue, survivors } = await teethOf(theorem)
  expect(killed + equivalent + alsoTrue.length + survivors.length).toBe(total)
  expect(survivors).toEqual([])
  expect(killed).toBeGreaterThanOrEqual(least)
})

test('a sign that a symmetric noise hides is the same step', async () => {
  const open = async (step: string) => {
    const process = recurrence({ state: { x: scalar }, noise: { eta: gaussian({ variance: 'c' }) }, step: ['g = k * x + eta', step as 'x = g'] })
    const at = caseOf(await compile({ ...oneWeight, process }), quick)
    return fieldBase(at, at.compiled.claims.get('variance')!, 1, 0)
  }
  const truth = await open('x = x - lambda * g')
  expect(isSameStep(truth, await open('x = x - lambda * (g - 2 * eta)'), new Set(['v']))).toBe(true)
  expect(isSameStep(truth, await open('x = x - lambda * (g - eta)'), new Set(['v']))).toBe(false)
})

test('every wrong drift and every wrong temperature of a diffusion is killed', async () => {
  const { total, killed, survivors } = await teethOf(doubleWell)
  expect(survivors).toEqual([])
  expect(killed).toBe(total)
  expect((await changes(doubleWell)).map((change) => change.split(':')[0])).toEqual(expect.arrayContaining(['drift', 'diffusion']))
})

test('what a theorem does not speak of is named as such, and is no survivor', async () => {
  const { alsoTrue, survivors } = await teethOf({ ...gradientNoise, evidence: { noise: [{ kind: 'moments', dimensions: [1] }] } })
  expect(survivors).toEqual([])
  expect(alsoTrue.length).toBeGreaterThan(0)
  expect(alsoTrue.every((change) => change.startsWith('line 2'))).toBe(true)
})

test('simulation alone kills wrong steps as well', async () => {
  const { killed, survivors } = await teethOf(oneWeight)
  expect(killed).toBeGreaterThan(survivors.length)
})

test('stale values, orders and wrong batches are among the misprints', async () => {
  expect((await changes(heavyBall)).filter((text) => /before|of the step/.test(text)).length).toBeGreaterThanOrEqual(2)
  expect(await changes(regression)).toEqual(expect.arrayContaining(['a batch of one more', 'x drawn once for the whole batch']))
  expect(await changes(finiteData)).toContain('rows drawn with replacement')
})

test('a theorem that is attacked nowhere has no teeth to show', async () => {
  const at = caseOf(await compile(plain), { ...options, misprints: false })
  expect(await algorithmTeeth([...(await judged(plain, { claims: ['balance'] })).values()], at)).toBeNull()
})
