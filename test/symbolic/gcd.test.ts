/** Lehmer's algorithm against Euclid's. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gcd } from '../../src/symbolic/gcd.js'

const euclid = (a: bigint, b: bigint): bigint => (b ? euclid(b, a % b) : a)
const natural = (bits: number) => fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) })

test('the leading bits give the divisor that Euclid finds, whatever the sizes', () => {
  const any = fc.oneof(...[8, 53, 64, 200, 1200].map(natural))
  fc.assert(fc.property(any, any, any, (a, b, g) => gcd(a * g, b * g) === euclid(a * g, b * g)), { numRuns: 1000 })
})

test('neighbours of powers of two, where leading bits round up, are no exception', () => {
  const near = fc.tuple(fc.nat(1100), fc.integer({ min: -2, max: 2 }), natural(70))
    .map(([k, by, g]) => (2n ** BigInt(k) + BigInt(Math.max(by, k < 2 ? 0 : by))) * g)
  fc.assert(fc.property(near, near, (a, b) => gcd(a, b) === euclid(a, b)), { numRuns: 1000 })
})

test('consecutive Fibonacci numbers, the slowest case, have none', () => {
  let [a, b] = [1n, 1n]
  for (let k = 0; k < 1500; k++) [a, b] = [b, a + b]
  expect(gcd(b, a)).toBe(1n)
})
