/** Laws of the simulated cluster, whatever the work. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Cluster, nothing } from '../../bench/scaling/cluster.js'
import { chiSquare } from '../../bench/scaling/chi-square.js'
import { needOf, needsFrom } from '../../bench/scaling/needs.js'
import { openCheck } from '../../bench/scaling/open-check.js'
import { simulate } from '../../bench/scaling/simulate.js'
import { chainOf, secondsOf, secondsOfChecks, type TheoremWork } from '../../bench/scaling/work.js'
import { randomAt } from '../../src/simulation/random.js'
import { rangesOf } from '../../src/suite/queue/range-size.js'

const random = randomAt({ seed: 'scaling', theorem: '', claim: '', draw: 0, phase: '' })
const need = needsFrom(random, 4)
const duration = fc.double({ min: 0.01, max: 20, noNaN: true })
const check = fc.record({ seconds: duration, need: fc.integer({ min: 1, max: 40 }).map((jobs) => need(jobs).need) })
const draws = fc.array(fc.array(check, { maxLength: 3 }), { maxLength: 9 })
const theorem: fc.Arbitrary<TheoremWork> = fc.record({ id: fc.constant('t'), alone: duration, draws })
const theorems = fc.array(theorem, { minLength: 1, maxLength: 6 })
const workers = fc.integer({ min: 1, max: 30 })
const prefetch = fc.double({ min: 0, max: 3, noNaN: true })
const costs = { latency: 0.1, answer: 0.02, redis: 0.01, kernel: 0.3, load: 0.5 }
const plain = (count: number, ahead = 1): Cluster => ({ workers: count, costs: nothing, prefetch: ahead })
const total = (list: readonly TheoremWork[]): number => list.reduce((sum, one) => sum + secondsOf(one), 0)

test('one worker without costs takes the sum of the work, and wastes nothing', () => {
  fc.assert(fc.property(theorems, prefetch, (list, ahead) => {
    const { seconds, wasted } = simulate(list, plain(1, ahead))
    expect([seconds / total(list), wasted]).toEqual([expect.closeTo(1, 9), 0])
  }), { numRuns: 50 })
})

test('all work that is done was needed, in vain or lost, whatever dies', () => {
  fc.assert(fc.property(theorems, workers, prefetch, fc.boolean(), (list, count, ahead, mortal) => {
    const deaths = mortal ? { deaths: { every: total(list), lapse: 1 }, chance: random.uniform } : {}
    const { worked, wasted, lost } = simulate(list, { ...plain(count, ahead), costs, ...deaths })
    expect((worked - wasted - lost) / total(list)).toBeCloseTo(1, 9)
  }), { numRuns: 100 })
})

test('no run is faster than its work over its workers, or than the longest chain', () => {
  fc.assert(fc.property(theorems, workers, prefetch, (list, count, ahead) => {
    const least = Math.max(total(list) / count, ...list.map(chainOf))
    expect(simulate(list, plain(count, ahead)).seconds).toBeGreaterThanOrEqual(least * (1 - 1e-9))
    expect(simulate(list, { ...plain(count, ahead), costs }).seconds).toBeGreaterThan(least)
  }), { numRuns: 100 })
})

test('one worker more never delays theorems that nobody can share', () => {
  const alone = theorems.map((list) => list.map((one) => ({ ...one, draws: [] })))
  fc.assert(fc.property(alone, workers, (list, count) => {
    const [fewer, more] = [count, count + 1].map((n) => simulate(list, plain(n)).seconds)
    expect(more).toBeLessThanOrEqual(fewer! * (1 + 1e-12))
  }))
})

test('nobody helps, and nothing is wasted, without prefetch beyond the job in hand and without shared draws', () => {
  fc.assert(fc.property(theorems, workers, (list, count) => {
    const { wasted, seconds } = simulate(list, { ...plain(count, 0), sharesDraws: false })
    expect(wasted).toBe(0)
    expect(seconds).toBeGreaterThanOrEqual(Math.max(...list.map(secondsOf)) * (1 - 1e-9))
  }), { numRuns: 50 })
})

test('draws without prefetch are decided side by side, and nothing is wasted', () => {
  const long = fc.array(fc.array(check, { minLength: 1, maxLength: 2 }), { minLength: 8, maxLength: 12 })
  fc.assert(fc.property(long, (all) => {
    const { seconds, wasted } = simulate([{ id: 't', alone: 0, draws: all }], plain(all.length, 0))
    const own = all.slice(0, 4).reduce((sum, checks) => sum + secondsOfChecks(checks), 0)
    const others = all.slice(4).map(secondsOfChecks)
    expect(wasted).toBe(0)
    expect(seconds / Math.max(own, ...others)).toBeCloseTo(1, 9)
  }), { numRuns: 50 })
})

test('a check takes about as many jobs as were asked for, and the end is foreseen when it is near', () => {
  const needs = Array.from({ length: 40 }, () => needOf(60, random))
  const mean = needs.reduce((sum, { jobs }) => sum + jobs, 0) / needs.length
  expect(mean).toBeGreaterThan(40)
  expect(mean).toBeLessThan(90)
  for (const { jobs, ahead } of needs) expect(ahead[jobs - 1]).toBeLessThan(jobs / 4)
})

test.each([1, 2, 9, 4000])('a sum of %s squares has their mean and variance', (degrees) => {
  const sums = Array.from({ length: 4000 }, () => chiSquare(degrees, random) / degrees - 1)
  const mean = sums.reduce((a, b) => a + b, 0) / sums.length
  const variance = sums.reduce((a, b) => a + b * b, 0) / sums.length
  expect(Math.abs(mean) / Math.sqrt(2 / degrees / sums.length)).toBeLessThan(6)
  expect(variance / (2 / degrees)).toBeGreaterThan(0.5)
  expect(variance / (2 / degrees)).toBeLessThan(2)
})

test('as many workers help with a check as would be asked, and one more when one of them has answered', () => {
  const { need: found } = need(40)
  const open = openCheck({ id: 't', alone: 0, draws: [] }, { seconds: 0.3, need: found }, 1e6)
  open.keep(open.take())
  open.look()
  const most = rangesOf({ left: 300 * 1e6 * found.ahead[1]!, elapsed: 0, idle: Infinity, begun: true })!.lanes
  let helping = 0
  while (open.wantsHelp() && helping < most + 10) { open.help(); helping++ }
  expect(Math.abs(helping / most - 1)).toBeLessThan(0.01)
  expect(open.wantsHelp()).toBe(false)
  open.answer(1)
  expect(open.wantsHelp()).toBe(true)
})
