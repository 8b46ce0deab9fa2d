/** Shards have every piece exactly once, come out even, and agree on it without a word. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { assignment, type Expected, type Share } from '../../../src/suite/shards/assignment.js'

const seconds = fc.double({ min: 0.01, max: 100, noNaN: true })
const costs = fc.record({ rest: seconds, draws: fc.array(seconds, { maxLength: 20 }) })
const theorems: fc.Arbitrary<Expected[]> = fc.array(costs, { minLength: 1, maxLength: 12 })
  .map((all) => all.map((cost, k) => ({ key: `t${k}`, cost })))
const counts = fc.integer({ min: 1, max: 12 })
const atHome = fc.integer({ min: 1, max: 4 })
const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0)
const close = (a: number, b: number): boolean => Math.abs(a - b) <= 1e-9 * Math.max(a, b, 1)

test('every theorem is verified whole by one shard, or is at home in one and each of its draws decided by one', () => {
  fc.assert(fc.property(theorems, counts, atHome, (all, count, first) => {
    const { shares } = assignment(all, count, first)
    for (const { key, cost } of all) {
      const having = (of: (share: Share) => readonly string[]): number =>
        shares.filter((share) => of(share).includes(key)).length
      const draws = shares.flatMap((share) => share.draws.get(key) ?? []).sort((a, b) => a - b)
      const [whole, homes] = [having((share) => share.whole), having((share) => share.homes)]
      expect([whole, homes, draws]).toEqual(whole ? [1, 0, []] : [0, 1, cost.draws.map((_, k) => k)])
    }
  }))
})

test('the home of a theorem has its first draws', () => {
  fc.assert(fc.property(theorems, counts, atHome, (all, count, first) => {
    for (const { homes, draws } of assignment(all, count, first).shares) {
      for (const key of homes) {
        expect(draws.get(key)!.slice(0, first)).toEqual(Array.from({ length: first }, (_, k) => k))
      }
    }
  }))
})

test('no shard but its home loads a theorem while the home is below the level of all', () => {
  const cost = { rest: 1, draws: Array.from({ length: 40 }, () => 1) }
  const { shares } = assignment([{ key: 'a', cost }, { key: 'b', cost }], 4, 4)
  // two theorems, four shards: each has two shards, but for the one in which the last draws of both meet
  expect(shares.map(({ draws }) => draws.size).reduce((x, y) => x + y)).toBeLessThanOrEqual(5)
})

test('no shard loads a theorem for next to nothing where another that is not its home has it too', () => {
  fc.assert(fc.property(theorems, counts, atHome, (all, count, first) => {
    const { shares } = assignment(all, count, first)
    const least = Math.min(...shares.map(({ load }) => load))
    for (const { key, cost } of all) {
      const away = shares.filter(({ draws, homes }) => draws.has(key) && !homes.includes(key))
      if (away.length < 2) continue
      expect(sum(away.at(-1)!.draws.get(key)!.map((k) => cost.draws[k]!))).toBeGreaterThan(0.05 * least)
    }
  }), { numRuns: 300, endOnFailure: true })
})

test('the expected seconds of a shard are those of its pieces', () => {
  fc.assert(fc.property(theorems, counts, atHome, (all, count, first) => {
    const of = new Map(all.map(({ key, cost }) => [key, cost]))
    expect(assignment(all, count, first).shares.every(({ whole, homes, draws, load }) => close(load, sum([
      ...whole.map((key) => of.get(key)!.rest + sum(of.get(key)!.draws)), ...homes.map((key) => of.get(key)!.rest),
      ...[...draws].flatMap(([key, own]) => own.map((k) => of.get(key)!.draws[k]!)),
    ])))).toBe(true)
  }))
})

test('where no theorem, home or draw is longer than a tenth of a shard, shards are within 15 % of even', () => {
  fc.assert(fc.property(theorems, counts, atHome, (all, count, first) => {
    const { shares } = assignment(all, count, first)
    const loads = shares.map(({ load }) => load)
    const of = new Map(all.map(({ key, cost }) => [key, cost]))
    const longest = Math.max(...shares.flatMap(({ whole, homes, draws }) => [
      ...whole.map((key) => of.get(key)!.rest + sum(of.get(key)!.draws)),
      ...homes.map((key) => of.get(key)!.rest + sum(of.get(key)!.draws.slice(0, first))),
      ...[...draws].flatMap(([key, own]) => own.map((k) => of.get(key)!.draws[k]!)),
    ]))
    const mean = sum(loads) / count
    // a piece more, and what was not worth another load
    expect(Math.max(...loads)).toBeLessThanOrEqual(1.05 * mean + longest + 1e-9)
    if (longest <= mean / 10) expect(loads.every((load) => Math.abs(load - mean) <= 0.15 * mean + 1e-9)).toBe(true)
  }), { numRuns: 200 })
})

test('a theorem that is mostly draws never makes a shard longer than the others by more than two draws', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 20, max: 80 }), (count, draws) => {
    const cost = { rest: 1, draws: Array.from({ length: draws }, () => 5) }
    const loads = assignment([{ key: 'long', cost }], count, 4).shares.map(({ load }) => load)
    expect(Math.max(...loads) - Math.min(...loads)).toBeLessThanOrEqual(10)
  }))
})

test('whole theorems stay whole where they come out even', () => {
  const all = Array.from({ length: 8 }, (_, k) => ({ key: `t${k}`, cost: { rest: 1, draws: [2, 3] } }))
  expect(assignment(all, 4, 4).shares.map(({ whole, draws }) => [whole.length, draws.size])).toEqual(
    Array.from({ length: 4 }, () => [2, 0]))
})

test('the order in which theorems are found changes nothing, other costs do', () => {
  fc.assert(fc.property(theorems.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, {
    minLength: all.length,
  }))), counts, ([all, shuffled], count) => {
    expect(assignment(shuffled, count, 4).fingerprint).toBe(assignment(all, count, 4).fingerprint)
  }))
  const of = (...rests: number[]) => rests.map((rest, k) => ({ key: `t${k}`, cost: { rest, draws: [] } }))
  expect(assignment(of(1, 2), 2, 4).fingerprint).not.toBe(assignment(of(2, 1), 2, 4).fingerprint)
})
