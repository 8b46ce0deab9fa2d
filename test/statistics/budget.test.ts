import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate, spent } from '../../src/statistics/budget.js'

const item = fc.record({
  id: fc.string(), draws: fc.integer({ min: 1, max: 1000 }), weight: fc.double({ min: 0.01, max: 100, noNaN: true }),
})

test('a ledger spends its whole alpha and never more', () => {
  fc.assert(fc.property(fc.array(item, { minLength: 1, maxLength: 40 }), items => {
    const ledger = allocate(1e-6, items)
    expect(Math.abs(spent(ledger) / 1e-6 - 1)).toBeLessThan(1e-12)
    ledger.entries.forEach(entry => expect(entry.perDraw * entry.draws).toAgreeWith(entry.pooled))
  }))
})

test('equal items get equal shares, and weights are proportions', () => {
  const { entries } = allocate(1e-6, [{ id: 'a', draws: 50 }, { id: 'b', draws: 50, weight: 3 }])
  expect(entries[0]).toEqual({ id: 'a', draws: 50, alpha: 2.5e-7, perDraw: 2.5e-9, pooled: 1.25e-7, confirm: 1.25e-7 })
  expect(entries[1]!.alpha).toAgreeWith(7.5e-7)
})

test('numbers that no budget can have are refused', () => {
  expect(() => allocate(0, [])).toThrow(/error rate/)
  expect(() => allocate(1e-6, [{ id: 'a', draws: 0 }])).toThrow(/a: weight 1 and draws 0/)
  expect(() => allocate(1e-6, [{ id: 'a', draws: 1, weight: -1 }])).toThrow(/weight/)
})
