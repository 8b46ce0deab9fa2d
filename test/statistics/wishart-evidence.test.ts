import { expect, test } from 'vitest'
import { logGamma } from '../../src/numeric/log-gamma.js'
import { compositeIntegral } from '../../src/numeric/quadrature.js'
import { logWishartEvidence } from '../../src/statistics/wishart-evidence.js'

/** E of exp(log evidence) when W / variance is chi-square with n degrees of freedom. */
function scalarMean(n: number, variance: number, inner: number) {
  const constant = -n / 2 * Math.LN2 - logGamma(n / 2)
  const density = (w: number) => Math.exp(constant + (n / 2 - 1) * Math.log(w) - w / 2)
  return compositeIntegral(w => density(w) * Math.exp(logWishartEvidence([w * variance], n, inner)), 0, 40 * n, 20, 200)
}

test('one eigenvalue: the evidence has mean one under the claim', () => {
  for (const n of [4, 10, 40]) expect(scalarMean(n, 1, 0)).toAgreeWith(1)
})

test('with an inner margin the mean stays at most one at and within the margin', () => {
  for (const variance of [0.8, 0.9, 1, 1.1, 1.2]) expect(scalarMean(10, variance, 0.2)).toBeLessThanOrEqual(1)
})

test('two eigenvalues: averaged over the joint density of a Wishart matrix, the evidence is one', () => {
  const n = 6
  const density = (x: number, y: number) => (x * y) ** ((n - 3) / 2) * Math.exp(-(x + y) / 2) * (x - y)
  const average = (f: (x: number, y: number) => number) => compositeIntegral(
    x => compositeIntegral(y => density(x, y) * f(x, y), 0, x, 16, 2), 0, 400, 16, 12)
  const total = average((x, y) => Math.exp(logWishartEvidence([y, x], n, 0)))
  // the quadrature itself is good to six digits
  expect(Math.abs(total / average(() => 1) - 1)).toBeLessThan(1e-6)
})
