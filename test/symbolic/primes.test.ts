import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPrime, modularPower, randomPrime, randomSafePrime } from '../../src/symbolic/primes.js'
import { randomBits } from '../../src/symbolic/random.js'

describe('primes', () => {
  it('agrees with the sieve of Eratosthenes below 5000', () => {
    const composite = new Set<number>()
    for (let i = 2; i < 5000; i++) for (let j = 2 * i; j < 5000; j += i) composite.add(j)
    for (let n = 0; n < 5000; n++) expect(isPrime(BigInt(n)), `${n}`).toBe(n > 1 && !composite.has(n))
  })

  it('is not fooled by strong pseudoprimes to the first bases', () => {
    // Jaeschke 1993: composites that pass for the first 4, 5, 6, 7 and 9 prime bases
    for (const n of [3215031751n, 2152302898747n, 3474749660383n, 341550071728321n, 3825123056546413051n]) {
      expect(isPrime(n)).toBe(false)
    }
    expect(isPrime((1n << 61n) - 1n)).toBe(true)
  })

  it('draws primes of exactly the wanted size, different ones for different seeds', () => {
    const drawn = new Set<bigint>()
    for (let k = 0; k < 10; k++) {
      const p = randomPrime(randomBits(`seed ${k}`))
      expect(isPrime(p)).toBe(true)
      expect(p >> 60n).toBe(1n)
      drawn.add(p)
    }
    expect(drawn.size).toBe(10)
  })

  it('draws safe primes: (p - 1) / 2 is prime and p is 3 mod 4', () => {
    const p = randomSafePrime(randomBits('safe'))
    expect(isPrime(p) && isPrime((p - 1n) / 2n)).toBe(true)
    expect(p % 4n).toBe(3n)
    expect(p >> 60n).toBe(1n)
  })

  it('refuses sizes for which the test is no proof', () => {
    expect(() => randomPrime(randomBits('x'), 79)).toThrow('a prime of 79 bits')
    expect(() => isPrime(1n << 78n)).toThrow('is not decided')
  })

  it('raises to a power as repeated multiplication does', () => {
    fc.assert(fc.property(fc.bigInt(0n, 1000n), fc.integer({ min: 0, max: 30 }), fc.bigInt(1n, 1000n), (b, e, n) => {
      expect(modularPower(b, BigInt(e), n)).toBe(b ** BigInt(e) % n)
    }))
  })
})
