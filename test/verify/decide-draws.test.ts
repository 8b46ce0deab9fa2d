/** Draws decided apart, in any division, give the report of one verification, with misprints and counterexamples. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { soundTheorem } from '../../src/theorem/check.js'
import type { Theorem } from '../../src/theorem/define.js'
import type { Decided } from '../../src/verify/decided.js'
import { decideDraws } from '../../src/verify/decide-draws.js'
import type { Share } from '../../src/verify/shared-draws.js'
import { DRAWS_FOR_MISPRINTS } from '../../src/verify/simulation-levels.js'
import { verifyTheorem } from '../../src/verify/verify-theorem.js'
import { packed, unpacked } from '../../src/suite/shards/part.js'
import { oneWeight } from '../refuted/twins.js'
import { quick } from './judged.js'

const truth = oneWeight.claims.variance as string
const options = { ...quick, misprints: true, precision: 0.2 }
/** one claim that holds, and one that is to fall */
const theorem: Theorem = await soundTheorem({
  ...oneWeight,
  claims: { variance: truth, wrong: { then: `${truth} * 6 / 5`, expected: 'refuted', corrected: 'variance' } },
  evidence: { variance: oneWeight.evidence.variance!, wrong: oneWeight.evidence.variance! },
} as Theorem)
const DRAWS = 4

const steady = (value: unknown): string => JSON.stringify(value, (key, one) => (key === 'seconds' ? 0 : one))
const asFiles = (decisions: ReadonlyMap<string, Decided>): [string, Decided][] =>
  Object.entries(JSON.parse(JSON.stringify(packed(decisions)))).map(([key, one]) => [key, unpacked(one)!])

const oneMore = ({ check, ...rest }: Decided): Decided => ({ ...rest, check: { ...check, n: check.n + 1 } })

const whole = steady(await verifyTheorem(theorem, options))
const withoutMisprints = steady(await verifyTheorem(theorem, { ...options, misprints: false }))
const single = await Promise.all(Array.from({ length: DRAWS }, (_, k) => decideDraws(theorem, options, [k])))

test('any division of the draws, by way of files, gives the report of the whole bit for bit', async () => {
  await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat({ max: DRAWS - 1 })), async (decided) => {
    const decisions = new Map(decided.flatMap((k) => asFiles(single[k]!)))
    expect(steady(await verifyTheorem(theorem, { ...options, decisions }))).toBe(whole)
  }), { numRuns: 3 })
}, 60_000)

test('decisions that are given stand in the place of samples, and are those of one machine', async () => {
  const decisions = new Map(single.flatMap((one) => [...one]))
  const more = new Map([...decisions].map(([key, one]) => [key, oneMore(one)]))
  const samplesOf = async (given: ReadonlyMap<string, Decided>): Promise<number> => {
    const { claims } = await verifyTheorem(theorem, { ...options, misprints: false, decisions: given })
    return claims[0]!.evidence[0]!.samples as number
  }
  expect(await samplesOf(more)).toBe(await samplesOf(new Map()) + DRAWS)
  const together = await decideDraws(theorem, options, Array.from({ length: DRAWS }, (_, k) => k))
  expect([...together.keys()].sort()).toEqual([...decisions.keys()].sort())
}, 60_000)

test('the draws of a claim that holds are decided by whom they are given to, and by nobody else', () => {
  const keysOf = (one: ReadonlyMap<string, Decided>): string[] =>
    [...one.keys()].filter((key) => key.includes('"variance"'))
  expect(single.map((one) => keysOf(one).length)).toEqual(single.map(() => 1))
  expect(new Set(single.flatMap(keysOf)).size).toBe(DRAWS)
})

test('draws that are shared with others, whichever these take, give the report of the whole bit for bit', async () => {
  await fc.assert(fc.asyncProperty(fc.uniqueArray(fc.nat({ max: DRAWS - 1 })), async (theirs) => {
    const had: number[] = []
    const share: Share = (first, count, decisions) => {
      const ours = Array.from({ length: count }, (_, k) => k).filter((draw) => draw >= first && !theirs.includes(draw))
      return {
        async next() {
          const draw = ours.shift() ?? null
          if (draw !== null) had.push(draw)
          return draw
        },
        // they are late, and come when they are waited for
        async ended(draw) {
          if (!theirs.includes(draw)) return
          for (const [key, one] of asFiles(single[draw]!)) decisions.set(key, one)
        },
      }
    }
    const report = await verifyTheorem(theorem, { ...options, misprints: false }, () => {}, share)
    expect(steady(report)).toBe(withoutMisprints)
    expect(new Set([...had, ...theirs]).size).toBe(DRAWS)
  }), { numRuns: 3 })
}, 60_000)

test('decisions of others that come late are waited for, and stand in the place of samples', async () => {
  const share: Share = (_first, _count, decisions) => ({
    next: async () => null,
    async ended(draw) {
      await new Promise(setImmediate)
      for (const [key, one] of single[draw]!) decisions.set(key, oneMore(one))
    },
  })
  const samplesOf = async (shared: Share | null): Promise<number> => {
    const { claims } = await verifyTheorem(theorem, { ...options, misprints: false }, () => {}, shared)
    return claims[0]!.evidence[0]!.samples as number
  }
  expect(await samplesOf(share)).toBe(await samplesOf(null) + DRAWS)
}, 60_000)

test('draws whose samples misprints look at are not shared, and misprints fall as before', async () => {
  const more = { ...options, effort: 0.3 }
  const asked: number[][] = []
  const share: Share = (first, count) => {
    asked.push([first, count])
    const ours = Array.from({ length: count - first }, (_, k) => first + k)
    return { next: async () => ours.shift() ?? null, ended: async () => undefined }
  }
  expect(steady(await verifyTheorem(theorem, more, () => {}, share))).toBe(steady(await verifyTheorem(theorem, more)))
  expect(asked).toEqual([[DRAWS_FOR_MISPRINTS, 6]])
}, 60_000)
