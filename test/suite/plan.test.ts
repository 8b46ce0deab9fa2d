/** Selection, shards and order: every theorem is verified exactly once, and a run of nothing is refused. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestFirst, planRun } from '../../src/suite/plan.js'

const fileOf = (id: string, bytes = 100) => ({ id, file: `theorems/${id}.ts`, path: `/x/theorems/${id}.ts`, bytes })
const ids = fc.uniqueArray(fc.stringMatching(/^[a-c]\/[a-z]{1,4}$/), { minLength: 1, maxLength: 20 })

describe('planRun', () => {
  test('shards have every theorem exactly once between them', () => {
    fc.assert(fc.property(ids, fc.integer({ min: 1, max: 20 }), (names, wished) => {
      const count = Math.min(wished, names.length)
      const parts = Array.from({ length: count }, (_, i) =>
        planRun(names.map((id) => fileOf(id)), { patterns: [], shard: { index: i + 1, count } }).files.map(
          ({ id }) => id,
        ))
      expect(parts.flat().sort()).toEqual([...names].sort())
    }))
  })

  test('the size of the suite does not depend on the selection', () => {
    const all = ['a/one', 'a/two', 'b/three'].map((id) => fileOf(id))
    expect(planRun(all, { patterns: ['three'], shard: { index: 1, count: 1 } }).suiteSize).toBe(3)
  })

  test('an empty selection and an empty shard are refused', () => {
    const all = [fileOf('a/one')]
    expect(() => planRun(all, { patterns: ['two'] })).toThrow('no theorem matches "two"')
    expect(() => planRun(all, { patterns: [], shard: { index: 2, count: 2 } })).toThrow('shard 2/2 is empty')
  })

  test('only selects one id exactly, where a pattern would take its namesakes too', () => {
    const all = ['a/one', 'a/one-more'].map((id) => fileOf(id))
    expect(planRun(all, { patterns: [], only: 'a/one' }).files).toEqual([all[0]])
    expect(planRun(all, { patterns: ['a/one'] }).files).toEqual(all)
  })
})

describe('longestFirst', () => {
  test('unknown theorems start first, then the slowest', () => {
    const files = [fileOf('fast'), fileOf('slow'), fileOf('new'), fileOf('new-and-large', 900)]
    const seconds = new Map([['theorems/fast.ts', 1], ['theorems/slow.ts', 60]])
    expect(longestFirst(files, seconds).map(({ id }) => id)).toEqual(['new-and-large', 'new', 'slow', 'fast'])
  })
})
