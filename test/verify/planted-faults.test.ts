/**
 * Faults planted below the production code, in the machine that runs replicas and in the streams that seed it: a true
 * claim must then fall, or the run be invalid. The same theorem without a fault is never refuted.
 */
import { afterEach, expect, test, vi } from 'vitest'
import type { Machine } from '../../src/simulation/machine.js'
import type { StreamAddress } from '../../src/simulation/streams.js'
import { alarmCount } from '../statistics/proportion.js'
import type { Recurrence } from '../../src/process/text.js'
import type { Theorem } from '../../src/theorem/define.js'
import { compile } from '../../src/theorem/compile.js'
import { caseOf } from '../../src/verify/case.js'
import { parameterDraws } from '../../src/verify/parameter-draws.js'
import { decide } from '../../src/verify/simulate.js'
import { simulatedDraw } from '../../src/verify/simulated-draw.js'
import { momentumByHand, oneWeight } from '../refuted/twins.js'
import { minibatchOfOne } from './heavy-tails.js'
import { quick } from './judged.js'

type Fault = (machine: Machine) => Machine

const planted = vi.hoisted(() => ({
  machine: ((m) => m) as (m: Machine) => Machine,
  address: ((a) => a) as (a: StreamAddress) => StreamAddress,
}))

vi.mock('../../src/simulation/engine.js', async (original) => {
  const real = await original<typeof import('../../src/simulation/engine.js')>()
  return { ...real, machineFor: (...of: Parameters<typeof real.machineFor>) => planted.machine(real.machineFor(...of)) }
})
vi.mock('../../src/simulation/streams.js', async (original) => {
  const real = await original<typeof import('../../src/simulation/streams.js')>()
  return { ...real, blockStreams: (a: StreamAddress) => real.blockStreams(planted.address(a)) }
})
afterEach(() => Object.assign(planted, { machine: (m: Machine) => m, address: (a: StreamAddress) => a }))

const RUNS = 20
const ALPHA = 0.01
/** Runs of a true claim at one draw: how many are refuted at level ALPHA, and how many give no verdict at all. */
async function falls(
  fault: Fault = (machine) => machine, theorem: Theorem = oneWeight,
): Promise<{ refuted: number; invalid: number }> {
  planted.machine = fault
  const { at, claim, draw } = await opened(theorem)
  const variant = { claim, where: at.compiled.where, change: '' }
  const found = { refuted: 0, invalid: 0 }
  for (let run = 0; run < RUNS; run++) {
    try {
      const { check } = decide(variant, simulatedDraw(at, claim, draw, run, 1),
        { precision: 0.1, alphaVerify: 1e-6, alphaRefute: ALPHA }, at)
      if (check.status === 'refuted') found.refuted++
    } catch (error) {
      expect(String(error)).toMatch(/not finite: report the run as invalid/)
      found.invalid++
    }
  }
  return found
}
async function opened(theorem: Theorem) {
  const at = caseOf(await compile(theorem), { ...quick, seed: 'faults' })
  const claim = [...at.compiled.claims.values()][0]!
  return { at, claim, draw: (await parameterDraws(at, claim, 1, 4))[0]! }
}
const alarm = alarmCount(RUNS, ALPHA, 1e-6)

/** All replicas of a block are one. */
const duplicated: Fault = (machine) => ({
  ...machine,
  accumulate: (count, thin) => {
    machine.accumulate(count, thin)
    machine.observed.forEach((_, i, all) => { all[i] = all[i - i % machine.lanes]! })
  },
})
/** Every second step uses the noise of the step before. */
const reused: Fault = (machine) => ({
  ...machine,
  advance: (steps) => {
    for (let t = 0; t < steps; t += 2) {
      const noise = machine.stream().slice()
      machine.advance(1)
      if (t + 1 === steps) continue
      machine.resume(noise)
      machine.advance(1)
    }
  },
})
const short: Fault = (machine) => ({ ...machine, advance: (steps) => machine.advance(Math.min(steps, 2)) })
/** The state grows by a fiftieth in every step that is recorded. */
const stretched: Fault = (machine) => ({
  ...machine,
  accumulate: (count, thin) => {
    for (let t = 0; t < count; t++) {
      machine.accumulate(1, thin)
      machine.state.forEach((x, i, all) => { all[i] = 1.02 * x })
    }
  },
})
/** Box and Muller's sqrt(-2 ln u) at u = 0, once in a thousand values. */
const infinite: Fault = (machine) => ({
  ...machine,
  accumulate: (count, thin) => {
    machine.accumulate(count, thin)
    if (machine.uniform() < 64 / 1000) machine.observed[0] = Infinity
  },
})

test('without a fault a true claim is not refuted more often than its level', async () => {
  const { refuted, invalid } = await falls()
  expect(refuted).toBeLessThanOrEqual(alarm)
  expect(invalid).toBe(0)
})

test('duplicated replicas are caught', async () => {
  expect((await falls(duplicated)).refuted).toBeGreaterThan(alarm)
})

test('noise used again in the next step is caught', async () => {
  expect((await falls(reused)).refuted).toBe(RUNS)
})

test('a burn-in that is too short is caught', async () => {
  // a minimum away from zero: such weights burn in, while those about zero start at their exact law
  const away = {
    ...oneWeight,
    process: { ...oneWeight.process as Recurrence, step: ['g = k * (x - 3) + eta', 'x = x - lambda * g'] },
  } as Theorem
  expect((await falls((machine) => machine, away)).refuted).toBeLessThanOrEqual(alarm)
  expect((await falls(short, away)).refuted).toBe(RUNS)
})

test('a wrong step is caught by short runs, which start at exact moments and end with exact potentials', async () => {
  const theorem = minibatchOfOne('0.05', '0.30')
  expect((await falls((machine) => machine, theorem)).refuted).toBeLessThanOrEqual(alarm)
  expect((await falls(stretched, theorem)).refuted).toBe(RUNS)
})

test('an infinite normal makes the run invalid, never a verdict', async () => {
  expect(await falls(infinite)).toEqual({ refuted: 0, invalid: RUNS })
})

async function sharedBetweenDraws(): Promise<boolean> {
  const { at, claim, draw } = await opened(momentumByHand)
  const [a, b] = [0, 1].map((number) => simulatedDraw(at, claim, draw, number, 1).averages().recording.chunk(0).values)
  return a!.some((x) => b!.includes(x))
}

test('one seed for every draw is caught: draws of the parameters would share their noise', async () => {
  expect(await sharedBetweenDraws()).toBe(false)
  planted.address = (a) => ({ ...a, draw: 0 })
  expect(await sharedBetweenDraws()).toBe(true)
})
