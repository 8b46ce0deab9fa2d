import fc from 'fast-check'
import { expect, test } from 'vitest'
import { GRID } from '../../src/statistics/bet-grid.js'
import { gaussianFactor, logBetting, logCatoni } from '../../src/statistics/factors.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import type { MeanClaim } from '../../src/statistics/mean-claim.js'
import { many, samples } from './samples.js'

const square = (seed: number, variance = 1) => {
  const { normal } = samples(seed)
  return () => variance * normal() ** 2
}
const claim = (more: Partial<MeanClaim> = {}): MeanClaim =>
  ({ claimed: 1, support: 'nonnegative', tier: 'E', precision: 0.3, alphaVerify: 0.01, alphaRefute: 0.01, ...more })
const tiers: Partial<MeanClaim>[] = [
  { tier: 'E' },
  { tier: 'C', cv2: 2 },
  { tier: 'A', pilot: 64 },
  { tier: 'C', cv2: 2, support: 'real' },
]

test('any chunking of a stream gives the same verdict, bit for bit', () => {
  const values = many(1500, square(7))
  const cutting = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 })
  fc.assert(fc.property(fc.constantFrom(...tiers), cutting, (tier, cuts) => {
    const whole = createMeanCheck(claim(tier))
    whole.update(values)
    const pieces = createMeanCheck(claim(tier))
    for (let from = 0, i = 0; from < values.length; i++) {
      const size = cuts[i % cuts.length]!
      pieces.update(values.subarray(from, from + size))
      from += size
    }
    expect(pieces.verdict()).toEqual(whole.verdict())
  }), { numRuns: 40 })
})

test('tier E is the Gaussian likelihood ratio, from samples as from sums', () => {
  const values = many(96, square(3))
  const settings = claim({ claimed: 1.7, precision: 0.01, inner: 0.001, alphaRefute: 1e-9 })
  const stream = createMeanCheck(settings)
  stream.update(values)
  const sums = createMeanCheck(settings)
  sums.updateSums(96, values.reduce((sum, x) => sum + x / 1.7, 0))
  const density = (v: number) => values.reduce((sum, x) => sum - 0.5 * Math.log(v) - x / (2 * v), 0)
  const { logE, bets } = stream.verdict()
  expect(logE.hi).toAgreeWith(density(1.7) - density(1.7 * 1.01))
  expect(logE.lo).toAgreeWith(density(1.7) - density(1.7 * 0.99))
  GRID.forEach((size, k) => {
    expect(bets[0]!.up[k]).toAgreeWith(density(1.7 * (1.001 + size)) - density(1.7 * 1.001))
    expect(bets[0]!.down[k]).toAgreeWith(density(1.7 * 0.999 / (1 + size)) - density(1.7 * 0.999))
  })
  const other = sums.verdict()
  expect(other.logE.hi).toAgreeWith(logE.hi!)
  expect(other.logE.refute).toAgreeWith(logE.refute!)
})

test('the fast products are the sums of the log factors', () => {
  const values = many(333, square(5, 1.1))
  const sum = (factor: (y: number) => number) => values.reduce((total, x) => total + factor(x / 2 - 1), 0)
  for (const support of ['nonnegative', 'real'] as const) {
    const settings = { claimed: 2, tier: 'C', cv2: 2, support, precision: 0.1, inner: 0.01, alphaRefute: 1e-9 } as const
    const check = createMeanCheck(claim(settings))
    check.update(values)
    const { logE, bets } = check.verdict()
    const v = (m: number) => (support === 'real' ? 2 : 2 * (1 + m) ** 2)
    const above = (m: number, size: number) => support === 'real'
      ? sum(y => logCatoni(m, 1, size / v(m), v(m), y))
      : sum(y => logBetting(m, Math.min(size / v(m), 0.9 / (1 + m)), y))
    expect(logE.hi).toAgreeWith(sum(y => logCatoni(0.1, -1, 0.1 / v(0.1), v(0.1), y)))
    expect(logE.lo).toAgreeWith(above(-0.1, 0.1))
    GRID.forEach((size, k) => {
      expect(bets[0]!.up[k]).toAgreeWith(size < 0.01 ? 0 : above(0.01, size))
      const down = sum(y => logCatoni(-0.01, -1, size / v(-0.01), v(-0.01), y))
      expect(bets[0]!.down[k]).toAgreeWith(size < 0.01 ? 0 : down)
    })
  }
})

test('every tier verifies a true claim and refutes one that is off by half', () => {
  for (const tier of tiers) {
    const right = createMeanCheck(claim({ ...tier, alphaVerify: 1e-6, alphaRefute: 1e-9 }))
    expect(right.update(many(40_000, square(11)))).toBe('verified')
    for (const [variance, side] of [[1.5, 'above'], [0.6, 'below']] as const) {
      const wrong = createMeanCheck(claim({ ...tier, alphaVerify: 1e-6, alphaRefute: 1e-9 }))
      expect(wrong.update(many(40_000, square(12, variance)))).toBe('refuted')
      expect(wrong.verdict().side).toBe(side)
    }
  }
})

test('a decided check ignores what comes after', () => {
  const check = createMeanCheck(claim())
  check.update(many(20_000, square(1)))
  const before = check.verdict()
  check.update(Float64Array.of(NaN))
  expect(check.verdict()).toEqual(before)
  expect(before.n % 32).toBe(0)
})

test('samples that no simulation may give make a check invalid, never a verdict', () => {
  for (const bad of [NaN, Infinity, -Infinity, 1e160, -1]) {
    for (const tier of tiers.filter(t => t.support !== 'real')) {
      const check = createMeanCheck(claim(tier))
      const values = many(50, square(2))
      values[40] = bad
      expect(check.update(values)).toBe('invalid')
      expect(check.verdict()).toMatchObject({ n: 40, reason: expect.stringContaining('sample 41') })
    }
  }
  const sums = createMeanCheck(claim())
  expect(sums.updateSums(10, NaN)).toBe('invalid')
})

test('an impossible claim is refuted before sampling, and one without a unit is left to exact comparison', () => {
  for (const claimed of [NaN, Infinity, -0.5]) {
    const { status, n, reason } = createMeanCheck(claim({ claimed })).verdict()
    expect([status, n]).toEqual(['refuted', 0])
    expect(reason).toMatch(/inadmissible/)
  }
  expect(createMeanCheck(claim({ claimed: 0, tier: 'E' })).verdict().status).toBe('degenerate')
})

test('a claimed mean of 0 without a unit is decided by samples alone: 0 agrees with it, '
  + 'chance and other numbers do not', () => {
    for (const of of [{ tier: 'A' }, { tier: 'A', support: 'real' }, { tier: 'C', cv2: 1 }] as const) {
      const check = (sample: (k: number) => number): string => {
        const made = createMeanCheck(claim({ claimed: 0, pilot: 64, ...of }))
        expect(made.verdict().status).toBe('running')
        return made.update(Float64Array.from({ length: 64 }, (_, k) => sample(k)))
      }
      expect(check(() => 0)).toBe('degenerate')
      expect(check(() => 2)).toBe('refuted')
      expect(check((k) => 1 + k % 2)).toBe('refuted')
    }
})

test('a pilot without variance is degenerate where it is what is claimed, and refutes where it is not', () => {
  const after = (sample: number): string =>
    createMeanCheck(claim({ tier: 'A', pilot: 64 })).update(new Float64Array(64).fill(sample))
  expect(after(1)).toBe('degenerate')
  expect(after(1.001)).toBe('refuted')
})

test('after its pilot, tier A is tier C with twice the variance of the pilot', () => {
  const values = many(64 + 320, square(8))
  const pilot = values.subarray(0, 64)
  const mean = pilot.reduce((a, b) => a + b) / 64
  const variance = pilot.reduce((a, b) => a + (b - mean) ** 2, 0) / 64
  const whole = createMeanCheck(claim({ tier: 'A', pilot: 64, guard: 1, precision: 0.05 }))
  whole.update(values)
  const rest = createMeanCheck(claim({ tier: 'C', cv2: 2 * variance / mean ** 2, precision: 0.05 }))
  rest.update(values.subarray(64))
  expect(whole.verdict().logE.hi).toAgreeWith(rest.verdict().logE.hi!)
  expect(whole.verdict().logE.refute).toAgreeWith(rest.verdict().logE.refute!)
})

/** Samples near `mean`, one of which carries nearly all of their variance. */
function dominated(mean: number) {
  const { uniform } = samples(9)
  const values = many(2048, () => mean * (0.9 + 0.2 * uniform()))
  values[64] = 200
  return values
}

test('one dominant sample silences the sides that need moments, and only those', () => {
  const make = (more: Partial<MeanClaim>) => createMeanCheck(claim({ tier: 'A', pilot: 64, ...more }))
  expect(make({}).update(dominated(1).fill(1.05, 64, 65))).toBe('verified')
  expect(make({}).update(dominated(1))).toBe('running')
  expect(make({}).update(dominated(0.5))).toBe('running')
  expect(make({}).update(dominated(2))).toBe('refuted')
  expect(make({ support: 'real' }).update(dominated(2))).toBe('running')
})

test('samples of any finite size leave the evidence finite', () => {
  const check = createMeanCheck(claim({ tier: 'C', cv2: 1, support: 'real', scale: 1e-100, precision: 0.01 }))
  check.update(Float64Array.of(1e140, -1e140, 1e-140, 3))
  const { status, logE } = check.verdict()
  expect(status).toBe('running')
  for (const log of [logE.hi, logE.lo, logE.refute]) expect(log).toEqual(expect.any(Number))
})

test('settings that leave no room or name no bound are refused', () => {
  expect(() => createMeanCheck(claim({ bias: { value: 0.2, origin: 'contraction' } }))).toThrow(/room/)
  expect(() => createMeanCheck(claim({ precision: 1.2 }))).toThrow(/room/)
  expect(() => createMeanCheck(claim({ tier: 'C' }))).toThrow(/cv2/)
  expect(() => createMeanCheck(claim({ scale: 2 }))).toThrow(/own scale/)
  expect(() => createMeanCheck(claim({ support: 'real' }))).toThrow(/tier E/)
  expect(() => createMeanCheck(claim({ alphaRefute: 0 }))).toThrow(/error rate/)
  expect(() => createMeanCheck(claim({ tier: 'A' })).updateSums(1, 1)).toThrow(/tier E/)
})

test('a bias is paid on both margins, and an estimated one is confessed', () => {
  const check = createMeanCheck(claim({ precision: 0.3, inner: 0.01, bias: { value: 0.02, origin: 'estimated' } }))
  check.updateSums(64, 70)
  const { logE, guarantee, bets } = check.verdict()
  const { perDegree, perUnit } = gaussianFactor(0.3 - 0.02, 0)
  expect(logE.hi).toAgreeWith(64 * perDegree + 70 * perUnit)
  const up = gaussianFactor(0.03, 0.03 + 0.064)
  expect(bets[0]!.up[6]).toAgreeWith(64 * up.perDegree + 70 * up.perUnit)
  expect(guarantee).toBe('conditional: estimated bias')
})
