/** Shards have every piece exactly once, come out even, and agree on it without a word. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignment, type Expected } from '../../../src/suite/shards/assignment.js'

const seconds = fc.double({ min: 0.01, max: 100, noNaN: true })
const costs = fc.record({ rest: seconds, draws: fc.array(seconds, { maxLength: 20 }) })
const theorems: fc.Arbitrary<Expected[]> = fc.array(costs, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((cost, k) => ({ key: `t${k}`, cost })))
const counts = fc.integer({ min: 1, max: 12 })
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(a, b, 1)

test('every theorem is verified whole by one shard, or each of its draws is decided by one', () => {
  fc.assert(fc.property(theorems, counts, (all, count) => {
    const { shares } = assignment(all, count)
    for (const { key, cost } of all) {
      const whole = shares.filter((share) => share.whole.includes(key)).length
      const draws = shares.flatMap((share) => share.draws.get(key) ?? []).sort((a, b) => a - b)
      expect([whole, draws]).toEqual(whole ? [1, []] : [0, cost.draws.map((_, k) => k)])
    }
  }))
})

test('the expected seconds of a shard are those of its pieces', () => {
  fc.assert(fc.property(theorems, counts, (all, count) => {
    const of = new Map(all.map(({ key, cost }) => [key, cost]))
    expect(assignment(all, count).shares.every(({ whole, draws, load }) => close(load, sum([
      ...whole.map((key) => of.get(key)!.rest + sum(of.get(key)!.draws)),
      ...[...draws].flatMap(([key, own]) => own.map((k) => of.get(key)!.draws[k]!)),
    ])))).toBe(true)
  }))
})

test('where no theorem and no draw is longer than a tenth of a shard, shards are within a tenth of even', () => {
  fc.assert(fc.property(theorems, counts, (all, count) => {
    const { shares } = assignment(all, count)
    const loads = shares.map(({ load }) => load)
    const of = new Map(all.map(({ key, cost }) => [key, cost]))
    const longest = Math.max(...shares.flatMap(({ whole, draws }) => [
      ...whole.map((key) => of.get(key)!.rest + sum(of.get(key)!.draws)),
      ...[...draws].flatMap(([key, own]) => own.map((k) => of.get(key)!.draws[k]!)),
    ]))
    const mean = sum(loads) / count
    // a tenth where no piece is longer than that
    expect(Math.max(...loads)).toBeLessThanOrEqual(mean + longest + 1e-9)
    if (longest <= mean / 10) expect(loads.every((load) => Math.abs(load - mean) <= mean / 10 + 1e-9)).toBe(true)
  }), { numRuns: 200 })
})

test('a theorem that is mostly draws never makes a shard longer than the others by more than two draws', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 10 }), fc.integer({ min: 20, max: 80 }), (count, draws) => {
    const cost = { rest: 1, draws: Array.from({ length: draws }, () => 5) }
    const loads = assignment([{ key: 'long', cost }], count).shares.map(({ load }) => load)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(10)
  }))
})

test('whole theorems stay whole where they come out even', () => {
  const all = Array.from({ length: 8 }, (_, k) => ({ key: `t${k}`, cost: { rest: 1, draws: [2, 3] } }))
  expect(assignment(all, 4).shares.map(({ whole, draws }) => [whole.length, draws.size])).toEqual(
    Array.from({ length: 4 }, () => [2, 0]))
})

test('the order in which theorems are found changes nothing, other costs do', () => {
  fc.assert(fc.property(theorems.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {
    minLength: all.length,
  }))), counts, ([all, shuffled], count) => {
    expect(assignment(shuffled, count).fingerprint).toBe(assignment(all, count).fingerprint)
  }))
  const of = (...rests: number[]) => rests.map((rest, k) => ({ key: `t${k}`, cost: { rest, draws: [] } }))
  expect(assignment(of(1, 2), 2).fingerprint).not.toBe(assignment(of(2, 1), 2).fingerprint)
})
