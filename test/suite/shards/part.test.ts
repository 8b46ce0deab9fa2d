/** Decisions cross a file to the last bit, and whatever is none of the kind is not believed. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPart, packed, unpacked } from '../../../src/suite/shards/part.js'
import type { Decided } from '../../../src/verify/decided.js'

const x = fc.double({ noNaN: true }).map((value) => value + 0)
const maybe = fc.option(x)
const bias = { value: 0.001, origin: 'exact recursion' as const }
const fields = fc.record({ x, hi: maybe, cv2: maybe, up: fc.array(x), n: fc.nat() })
const decisions: fc.Arbitrary<Decided> = fields.map((of) => ({
  check: {
    status: 'verified', n: of.n, estimate: [[of.x]], standardError: null, logE: { hi: of.hi, lo: null, refute: of.x },
    needed: { verify: 13.8, refute: of.x }, side: null, guarantee: 'exact', reason: null, precision: 0.02, inner: 0,
    bias, bets: [{ component: 'a', up: of.up, down: [] }],
  },
  trace: { samples: [1, 2], verify: [null, 1], refute: [0, of.hi] }, chunks: of.n, stepwise: of.n > 9, seconds: 0.5,
  sampled: { design: 'averages', bias, budget: of.x, cv2: of.cv2, target: { claimed: [[1]], units: [[of.x]] } },
}))
const written = (one: Decided): unknown => JSON.parse(JSON.stringify(packed(new Map([['k', one]])))).k

test('a decision is read back bit for bit, infinite evidence included', () => {
  fc.assert(fc.property(decisions, (one) => { expect(unpacked(written(one))).toStrictEqual(one) }))
})

test('what is no number is not written', () => {
  fc.assert(fc.property(decisions, (one) => {
    expect(written({ ...one, chunks: NaN })).toBeUndefined()
    expect(written({ ...one, sampled: { ...one.sampled, budget: NaN } })).toBeUndefined()
  }))
})

test('a decision with any of its fields missing or of another form is none', () => {
  fc.assert(fc.property(decisions, fc.constantFrom(null, 'NaN', -1.5, [], {}), (one, wrong) => {
    const text = written(one) as Record<string, Record<string, unknown>>
    for (const part of ['check', 'trace', 'sampled', 'chunks', 'stepwise', 'seconds']) {
      const { [part]: _, ...rest } = text
      expect(unpacked(rest)).toBeNull()
    }
    for (const name of ['status', 'n', 'needed', 'bias']) {
      expect(unpacked({ ...text, check: { ...text.check, [name]: wrong } })).toBeNull()
    }
    expect(unpacked({ ...text, check: { ...text.check, bets: [{ component: 'a', up: [null], down: [] }] } })).toBeNull()
  }))
})

test('a part has the shares of theorems, each with its fingerprint', () => {
  const share = { id: 'a', file: 'a.ts', fingerprint: '0', decisions: {}, seconds: 1 }
  const part = { assignment: 'x', texts: 'y', suiteSize: 3, split: [share] }
  expect(isPart(part)).toBe(true)
  const splits = [{ ...share, decisions: [] }, { ...share, home: 1 }].map((one) => ({ split: [one] }))
  for (const wrong of [...splits, { suiteSize: '3' }, { texts: 1 }]) {
    expect(isPart({ ...part, ...wrong })).toBe(false)
  }
})
