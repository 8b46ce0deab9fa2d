/** Misprints of the process itself: wrong steps are killed, steps that are the same are found to be the same. */
import { expect, test } from 'vitest'
import { compile } from '../../src/theorem/compile.js'
import type { Theorem } from '../../src/theorem/define.js'
import { algorithmTeeth } from '../../src/verify/algorithm-teeth.js'
import { caseOf, type Case } from '../../src/verify/case.js'
import { fieldBase } from '../../src/verify/field-points.js'
import { processKindOf } from '../../src/verify/process-kind-of.js'
import { isSameMap } from '../../src/verify/same-map.js'
import { isSameStep } from '../../src/verify/same-step.js'
import type { Law } from '../../src/process/laws/law.js'
import { centred, recurrence, gaussian, scalar } from '../../src/index.js'
import { doubleWell, gradientNoise, heavyBall, oneWeight, plain, regression, finiteData } from '../refuted/twins.js'
import { judged, quick } from './judged.js'

const options = { ...quick, misprints: true }
const teethOf = async (theorem: Theorem) =>
  (await algorithmTeeth([...(await judged(theorem)).values()], caseOf(await compile(theorem), options)))!
async function changes(theorem: Theorem) {
  const compiled = await compile(theorem)
  return processKindOf(compiled).misprints(compiled).map(({ change }) => change)
}

test.each([[heavyBall, 12], [plain, 6], [regression, 12]] as const)('every wrong step of a proved theorem is killed',
  async (theorem, least) => {
    const { total, killed, equivalent, alsoTrue, survivors } = await teethOf(theorem)
    expect(killed + equivalent + alsoTrue.length + survivors.length).toBe(total)
    expect(survivors).toEqual([])
    expect(killed).toBeGreaterThanOrEqual(least)
})

test('a sign that a symmetric noise hides is the same step', async () => {
  const open = async (step: string) => {
    const process = recurrence({
      state: { x: scalar }, noise: { eta: gaussian({ variance: 'c' }) }, step: ['g = k * x + eta', step as 'x = g'],
    })
    const at = caseOf(await compile({ ...oneWeight, process }), quick)
    return fieldBase(at, at.compiled.claims.get('variance')!, 1, 0)
  }
  const truth = await open('x = x - lambda * g')
  expect(isSameStep(truth, await open('x = x - lambda * (g - 2 * eta)'), new Set(['v']))).toBe(true)
  expect(isSameStep(truth, await open('x = x - lambda * (g - eta)'), new Set(['v']))).toBe(false)
})

const eta = gaussian({ variance: 'c' })

/** Is the second text the same map as the first, in a theorem of two numbers x and y? */
async function isSame(right: readonly string[], wrong: readonly string[], zeta: Law = eta, v = 'E(x^2)') {
  const open = async (step: readonly string[], kin?: Case) => {
    const process = { ...recurrence({ state: { x: scalar, y: scalar }, step: [] }), noise, step }
    return caseOf(await compile({ ...oneWeight, process, measure: { v } }), quick, kin)
  }
  const noise = { eta, zeta }
  const truth = await open(right)
  return isSameMap(truth, await open(wrong, truth), [truth.compiled.claims.get('variance')!])
}

test('the same map in law is known up to the signs of symmetric noises and the order of lines that do not meet',
  async () => {
    const [x, y] = ['x = x + (1 + x^2) * eta', 'y = y + zeta^3']
    expect(await isSame([x, y], [y, x])).toBe(true)
    expect(await isSame([x, y], ['x = x - (1 + x^2) * eta', 'y = y - zeta^3'])).toBe(true)
    expect(await isSame([x, y], ['x = x + (1 - x^2) * eta', y])).toBe(false)
    expect(await isSame([x, y], [x, 'y = y + zeta * eta^2'])).toBe(false)
})

test('functions without a value in a field are compared by what is put into them', async () => {
  const [x, y] = ['x = x + sqrt(1 + x^2) * eta', 'y = y + exp(y) * zeta']
  expect(await isSame([x, y], [y, 'x = x - sqrt(x * x + 1) * eta'])).toBe(true)
  expect(await isSame([x, y], ['x = x + sqrt(1 - x^2) * eta', y])).toBe(false)
  expect(await isSame([x, y], ['x = x + log(1 + x^2) * eta', y])).toBe(false)
  expect(await isSame([x, y], [x, 'y = y + exp(-y) * zeta'])).toBe(false)
})

test('a sign is seen where the noise is skew, or measured, or met twice', async () => {
  const [x, y] = ['x = x + eta', 'y = y + zeta']
  expect(await isSame([x, y], [x, 'y = y - zeta'], centred({ variance: 'c', third: 'c' }))).toBe(false)
  expect(await isSame([x, y], ['x = x - eta', y], eta, 'E(x * eta)')).toBe(false)
  expect(await isSame([x, 'y = y + eta'], ['x = x - eta', 'y = y + eta'])).toBe(false)
  expect(await isSame([x, 'y = y + eta'], ['x = x - eta', 'y = y - eta'])).toBe(true)
})

test('every wrong drift and every wrong temperature of a diffusion is killed', async () => {
  const { total, killed, survivors } = await teethOf(doubleWell)
  expect(survivors).toEqual([])
  expect(killed).toBe(total)
  expect((await changes(doubleWell)).map((change) => change.split(':')[0]))
    .toEqual(expect.arrayContaining(['drift', 'diffusion']))
})

test('what a theorem does not speak of is named as such, and is no survivor', async () => {
  const { alsoTrue, survivors } =
    await teethOf({ ...gradientNoise, evidence: { noise: [{ kind: 'moments', dimensions: [1] }] } })
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
  expect(await changes(regression))
    .toEqual(expect.arrayContaining(['a batch of one more', 'x drawn once for the whole batch']))
  expect(await changes(finiteData)).toContain('rows drawn with replacement')
})

test('a theorem that is attacked nowhere has no teeth to show', async () => {
  const at = caseOf(await compile(plain), { ...options, misprints: false })
  expect(await algorithmTeeth([...(await judged(plain, { claims: ['balance'] })).values()], at)).toBeNull()
})
