/** Counterexamples are shown at simple parameters of the domain, found again there on samples the search never saw. */
import { expect, test } from 'vitest'
import { compile } from '../../src/theorem/compile.js'
import type { Theorem } from '../../src/theorem/define.js'
import { caseOf } from '../../src/verify/case.js'
import { parameterDraws } from '../../src/verify/parameter-draws.js'
import { lengthOf, simplerDraws } from '../../src/verify/simpler-draws.js'
import dropped from '../refuted/dropped-term-of-a-variance.js'
import { heavyBall, oneWeight, plain } from '../refuted/twins.js'
import { judged, quick } from './judged.js'

async function open(theorem: Theorem, name: string, dimension: number) {
  const at = caseOf(await compile(theorem), quick)
  const claim = at.compiled.claims.get(name)!
  return { at, claim, draws: await parameterDraws(at, claim, dimension, 6) }
}

test.each([[plain, 'balance', 3], [heavyBall, 'closedForm', 2], [oneWeight, 'variance', 1]] as const)(
  'every simpler draw is shorter and keeps the symbols inside their domains', async (theorem, name, dimension) => {
    const { at, claim, draws } = await open(theorem, name, dimension)
    for (const draw of draws) {
      for (const simpler of simplerDraws({ draw, dimension }, claim, at.compiled)) {
        expect(lengthOf(simpler)).toBeLessThan(lengthOf(draw))
        expect([...simpler.keys()].sort()).toEqual([...draw.keys()].sort())
        expect([...simpler].every(([symbol, value]) => at.compiled.symbols.get(symbol)!.contains(value))).toBe(true)
      }
    }
  })

test('a false claim is shown at parameters of one digit, confirmed there', async () => {
  const { evidence: [piece], counterexample } = (await judged(dropped.planted)).get('variance')!
  const shrunk = piece!.shrunk as { steps: number; logE: number; needed: number }
  expect(piece!.confirmed).toBe(true)
  expect(shrunk.steps).toBeGreaterThan(0)
  expect(shrunk.logE).toBeGreaterThanOrEqual(shrunk.needed)
  expect(Object.values(counterexample!.parameters).filter((text) => text === '1').length).toBeGreaterThanOrEqual(1)
})

test('the refutation rests on the draw that was found, not on the one that is shown', async () => {
  const { evidence: [piece] } = (await judged(dropped.planted)).get('variance')!
  expect(piece!.logE).toBeGreaterThanOrEqual(piece!.needed as number)
  expect(piece!.logE).not.toBe((piece!.shrunk as { logE: number }).logE)
})
