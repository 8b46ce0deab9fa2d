import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalCdf } from '../../src/numeric/normal.js'
import { firstFall, noSamples, place } from '../../src/statistics/binned-law.js'
import { logUniformityAtMost, logUniformityEvidence } from '../../src/statistics/dirichlet-multinomial.js'
import { anytimeBand, bandConstant } from '../../src/statistics/empirical-band.js'
import { createLawCheck } from '../../src/statistics/law-check.js'
import type { LawClaim } from '../../src/statistics/law-check.js'
import { alarmCount } from './proportion.js'
import { many, samples } from './samples.js'

const law = (cdf: (x: number) => number, more: Partial<LawClaim> = {}) =>
  createLawCheck({ cdf, precision: 0.05, alphaVerify: 1e-6, alphaRefute: 1e-9, ...more })
const normals = many(40_000, samples(1).normal)

test('normal samples verify the normal law and refute a wider, a shifted and a heavier one', () => {
  expect(law(normalCdf).update(normals)).toBe('verified')
  expect(law(x => normalCdf(x / 1.2)).update(normals)).toBe('refuted')
  expect(law(x => normalCdf(x - 0.1)).update(normals)).toBe('refuted')
  expect(law(x => 0.5 + Math.atan(x) / Math.PI).update(normals)).toBe('refuted')
})

test('a survival function is no distribution function, though it makes samples uniform too', () => {
  const check = law(x => 1 - normalCdf(x))
  expect(check.update(normals)).toBe('refuted')
  expect(check.verdict().reason).toMatch(/falls near/)
  expect(law(x => 2 * normalCdf(x)).update(normals)).toBe('refuted')
  expect(law(() => NaN).update(normals)).toBe('refuted')
})

test('a biased simulation may be off by its bias without refuting a true law', () => {
  const shifted = normals.map(x => x + 0.02)
  const biased = () => law(normalCdf, { bias: { value: 0.01, origin: 'contraction' } })
  expect(biased().update(shifted)).not.toBe('refuted')
  expect(biased().update(normals.map(x => x + 0.3))).toBe('refuted')
})

test('chunks do not matter, and a sample that is no number is invalid', () => {
  const [whole, pieces] = [law(normalCdf), law(normalCdf)]
  whole.update(normals)
  for (let from = 0; from < normals.length; from += 777) pieces.update(normals.subarray(from, from + 777))
  expect(pieces.verdict()).toEqual(whole.verdict())
  expect(law(normalCdf).update(Float64Array.of(0, NaN))).toBe('invalid')
})

test('the stated distance is the Kolmogorov-Smirnov distance, rounded up by at most one part in 4096', () => {
  for (const [shift, scale] of [[0, 1], [0.4, 1], [-0.4, 0.7]] as const) {
    const values = normals.slice(0, 300).map(x => shift + scale * x)
    const check = law(normalCdf)
    check.update(values)
    const exact = values.sort().reduce((far, x, i) =>
      Math.max(far, normalCdf(x) - i / 300, (i + 1) / 300 - normalCdf(x)), 0)
    expect(check.verdict().estimate).toBeGreaterThanOrEqual(exact - 1e-12)
    expect(check.verdict().estimate).toBeLessThanOrEqual(exact + 1 / 4096)
  }
})

test('a check that measures only where that may decide ends at the look at which what it measures decides', () => {
  const bias = { value: 0.005, origin: 'contraction' } as const
  const off = (shift: number) => law(x => normalCdf(x - shift), { alphaRefute: 1e-6, ...(shift < 0 ? { bias } : {}) })
  for (const shift of [0, 0.03, 0.06, 0.2, -0.001, -0.05, -0.1, -0.2]) {
    const [seldom, always] = [off(shift), off(shift)]
    for (let n = 512; always.verdict().status === 'running' && n <= normals.length; n += 512) {
      seldom.update(normals.subarray(n - 512, n))
      const status = always.update(normals.subarray(n - 512, n))
      const { estimate, standardError, logE, needed } = always.verdict()
      const decides = estimate! + standardError! <= 0.05 - (shift < 0 ? bias.value : 0)
        || (shift >= 0 ? logE.refute! >= needed.refute : status === 'refuted')
      expect(status !== 'running').toBe(decides)
    }
    expect(seldom.verdict()).toEqual(always.verdict())
  }
})

test('a fall is seen when it comes, wherever the samples before it lie', () => {
  const sample = fc.record({ x: fc.integer({ min: 0, max: 6 }), bin: fc.nat(40) })
  fc.assert(fc.property(fc.array(sample), fc.boolean(), (all, ordered) => {
    const law = noSamples()
    for (const { x, bin } of all) {
      place(law, x, (bin + (ordered ? 41 * x : 0)) / 287)
      expect(law.falls).toBe(!Number.isNaN(firstFall(law)))
    }
    expect(ordered && law.falls).toBe(false)
  }))
})

test('no evidence exceeds the likelihood ratio of the frequencies', () => {
  fc.assert(fc.property(fc.array(fc.nat(100_000), { minLength: 2, maxLength: 40 }), counts => {
    expect(logUniformityEvidence(counts)).toBeLessThanOrEqual(logUniformityAtMost(counts))
  }))
})

test('the evidence is a probability ratio: summed over all outcomes of n throws it is one', () => {
  const bins = 3
  for (let n = 1; n <= 6; n++) {
    let total = 0
    for (let outcome = 0; outcome < bins ** n; outcome++) {
      const counts = [0, 0, 0]
      for (let k = 0, rest = outcome; k < n; k++, rest = Math.floor(rest / bins)) counts[rest % bins]!++
      total += Math.exp(logUniformityEvidence(counts)) / bins ** n
    }
    expect(total).toAgreeWith(1)
  }
})

test('the band constant is below the closed form 0.8 ln(1612 / alpha) of its theorem, and grows as alpha falls', () => {
  fc.assert(fc.property(fc.double({ min: -12, max: -1, noNaN: true }), power => {
    const alpha = 10 ** power
    expect(bandConstant(alpha)).toBeLessThan(0.8 * Math.log(1612 / alpha))
    expect(bandConstant(alpha / 2)).toBeGreaterThan(bandConstant(alpha))
  }), { numRuns: 10 })
})

test('the band shrinks at the rate of the iterated logarithm', () => {
  for (const n of [1, 100, 1e8]) {
    const law = 0.85 * Math.sqrt((Math.log(Math.log(Math.E * n)) + bandConstant(1e-6)) / n)
    expect(anytimeBand(n, 1e-6)).toAgreeWith(law)
  }
})

test('the band is wider than the fixed-n band of Massart at every n', () => {
  for (const n of [1, 10, 1e3, 1e6, 1e9]) {
    for (const alpha of [0.05, 1e-6, 1e-9]) {
      expect(anytimeBand(n, alpha)).toBeGreaterThan(Math.sqrt(Math.log(2 / alpha) / (2 * n)))
    }
  }
})

test('uniform samples are refuted at most alpha of the time', () => {
  const runs = 300
  const refuted = Array.from({ length: runs }, (_, run) => {
    const check = law(x => x, { alphaRefute: 0.05, precision: 0.02 })
    return check.update(many(2048, samples(run + 50).uniform)) === 'refuted'
  }).filter(Boolean).length
  expect(refuted).toBeLessThanOrEqual(alarmCount(runs, 0.05, 1e-9))
})
