import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBlockMerge, mergeMoments, momentsOf, sampleCovariance, sumAbout } from '../../src/statistics/moments.js'
import { many, samples } from './samples.js'

const block = (index: number) => momentsOf(many(64, samples(index + 1).normal).map(x => x + 10), 2)

test('merged blocks have the moments of all their samples', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: -50, max: 50 }), { minLength: 4, maxLength: 60 }), numbers => {
    const values = Float64Array.from(numbers.slice(0, numbers.length & ~1))
    const cut = 2 * Math.max(1, Math.floor(values.length / 6))
    const whole = momentsOf(values, 2)
    const merged = mergeMoments(momentsOf(values.subarray(0, cut), 2), momentsOf(values.subarray(cut), 2))
    expect(merged.n).toBe(whole.n)
    merged.mean.forEach((x, i) => expect(x).toAgreeWith(whole.mean[i]!))
    merged.scatter.flat().forEach((x, i) => expect(x).toAgreeWith(whole.scatter.flat()[i]!))
  }))
})

test('the sum about zero is the plain sum of outer products, and shifts by the parallel axis rule', () => {
  const values = Float64Array.of(1, 2, 3, 5, -1, 4)
  expect(sumAbout(momentsOf(values, 2)).flat().map(x => Math.round(x * 1e9) / 1e9)).toEqual([11, 13, 13, 45])
  const moments = momentsOf(values, 2)
  expect(sumAbout(moments, moments.mean).flat().map(x => x / 3)).toEqual(sampleCovariance(moments).flat())
})

test('blocks that arrive in any order give the same bits', () => {
  const straight = createBlockMerge()
  for (let i = 0; i < 8; i++) straight.accept(i, block(i))
  fc.assert(fc.property(fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 8 }), order => {
    const mixed = createBlockMerge()
    for (const index of order) mixed.accept(index, block(index))
    expect(mixed.merged()).toEqual(straight.merged())
    expect(mixed.count()).toBe(8)
  }))
})

test('a gap holds later blocks back, and no block counts twice', () => {
  const merge = createBlockMerge()
  merge.accept(1, block(1))
  expect([merge.count(), merge.merged()]).toEqual([0, null])
  merge.accept(0, block(0))
  expect(merge.count()).toBe(2)
  expect(() => merge.accept(1, block(1))).toThrow(/counted before/)
  expect(() => momentsOf(new Float64Array(3), 2)).toThrow(/3 numbers/)
})
