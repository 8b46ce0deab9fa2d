/** A simulated Ito equation goes in steps whose stationary means differ from its own by a known and small amount. */
import { expect, test } from 'vitest'
import {
  between, defineTheorem, diffusion, measured, positive, scalar, simulated, work,
} from '../../src/index.js'
import { compile } from '../../src/theorem/compile.js'
import { caseOf } from '../../src/verify/case.js'
import { parameterDraws } from '../../src/verify/parameter-draws.js'
import { simulatedDraw } from '../../src/verify/simulated-draw.js'
import { quick, verdicts } from './judged.js'

const source = work({ key: 'x', title: 'x', authors: ['x'], venue: 'x', year: 2000, url: 'https://example.org' })

/** A Student law; at T > 2 / 3 its fourth moment is infinite. */
const student = (claim: string, [from, to]: readonly [number, number]) => defineTheorem({
  id: 'tests/student', title: 'a Student law', source: source.at('x'),
  symbols: {
    T: between(from, to, 'temperature'), h: positive('curvature'), V: measured.scalar('variance'),
    F: measured.scalar('mean of 1 + the square'),
  },
  process: diffusion({ state: { x: scalar }, drift: '-h * x', diffusion: 'sqrt(2 * T * (1 + h * x^2 / 2))' }),
  measure: { V: 'E(x^2)', F: 'E(1 + x^2)' },
  claims: { stated: { then: claim as 'V == 2 / h * T / (2 - T)' } },
  evidence: { stated: [simulated({ dimension: 1, precision: 0.2 })] },
})

const draws = async (theorem: ReturnType<typeof student>) => {
  const at = caseOf(await compile(theorem), quick)
  const claim = [...at.compiled.claims.values()][0]!
  return (await parameterDraws(at, claim, 1, 6)).map((draw, k) => simulatedDraw(at, claim, draw, k, 1))
}

test('the variance of its steps is off by what the recursion of moments says, V T / (2 - T - h dt)', async () => {
  for (const draw of await draws(student('V == 2 / h * T / (2 - T)', [0.1, 0.5]))) {
    const { recording } = draw.averages()
    const [h, T] = ['h', 'T'].map((name) => draw.base.given.get(name)!.entries[0]![0]!) as [number, number]
    const { dt, shifts: [shift] } = recording.discretisation!
    const exact = 2 * T / (h * (2 - T))
    // doubles, not samples: both sides are exact but for rounding
    expect(Math.abs((exact + shift!) * h * (2 - T - h * dt) / (2 * T) - 1)).toBeLessThan(1e-10)
    expect(recording.bias.value).toBeGreaterThan(shift! / exact)
    expect(recording.bias.value).toBeLessThan(0.2 / 2)
    expect(recording.bias.origin).toBe('exact recursion')
  }
})

test('a true variance is verified and a false one refuted, with light tails and heavy ones', async () => {
  for (const range of [[0.2, 0.5], [0.8, 0.9]] as const) {
    expect((await verdicts(student('V == 2 / h * T / (2 - T)', range))).stated).toBe('verified')
    expect((await verdicts(student('V == 2 / h * T / (2 - 2 * T)', range))).stated).toBe('refuted')
  }
})

test('a shift that two means share does not count where they are subtracted', async () => {
  expect((await verdicts(student('F == 1 + V', [0.2, 0.5]))).stated).toBe('verified')
  expect((await verdicts(student('F == 1 + 2 * V', [0.2, 0.5]))).stated).toBe('refuted')
})
