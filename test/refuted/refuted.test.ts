/** Every planted misprint is refuted by the evidence of its claim, and its true twin is not. */
import { describe, expect, test } from 'vitest'
import { judged, verdicts } from '../verify/judged.js'
import type { Planted } from './planted.js'
import * as twins from './twins.js'

const modules = import.meta.glob<{ readonly default: Planted }>(
  ['./*.ts', '!./planted.ts', '!./twins.ts', '!./*.test.ts'], { eager: true },
)
const planted = Object.entries(modules).map(([path, module]) => [path.slice(2, -3), module.default] as const)

describe('planted misprints', () => {
  test('are planted for every kind of evidence', () => {
    const kinds = planted.flatMap(([, { twin, claim }]) => twin.evidence[claim]!.map(({ kind }) => kind))
    expect(new Set(kinds))
      .toEqual(new Set(['moments', 'simulated', 'follows', 'limit', 'agrees', 'threshold', 'law', 'identity']))
  })

  test.each(planted)('%s is refuted', async (_, module) => {
    const report = (await judged(module.planted, { claims: [module.claim] })).get(module.claim)!
    expect(report.verdict, report.evidence.map(({ how }) => how).join('; ')).toBe('refuted')
    expect(report.asExpected).toBe(false)
    expect(report.counterexample).not.toBeNull()
  })
})

test.each(Object.entries(twins))('%s, in which nothing is planted, holds', async (_, twin) => {
  const found = await verdicts(twin)
  expect(Object.values(found).filter((verdict) => verdict !== 'proved' && verdict !== 'verified'),
    JSON.stringify(found))
    .toEqual([])
})
