/**
 * Random primes. A prime drawn at random cannot divide the coefficients of a wrong identity by design or by bad
 * luck more often than (bits of the coefficients) / 61 / 2^54: that is why no prime is fixed anywhere.
 */
import { refuse } from './errors.js'
import { randomBelow } from './random.js'

const bases = [2n, 3n, 5n, 7n, 11n, 13n, 17n, 19n, 23n, 29n, 31n, 37n]
const largestBits = 78

/**
 * A uniform prime of exactly `bits` bits.
 * @param random 64 uniform bits per call
 * @throws StatementError unless 8 <= bits <= 78, the range in which the primality test is a proof
 */
export function randomPrime(random: () => bigint, bits = 61): bigint {
  for (;;) {
    const p = randomOdd(random, bits)
    if (isPrime(p)) return p
  }
}

/** A uniform safe prime p = 2 q + 1 of exactly `bits` bits, q prime too; its squares form a group of order q. */
export function randomSafePrime(random: () => bigint, bits = 61): bigint {
  for (;;) {
    const q = randomOdd(random, bits - 1)
    if (q % 3n === 2n && isPrime(q) && isPrime(2n * q + 1n)) return 2n * q + 1n
  }
}

function randomOdd(random: () => bigint, bits: number): bigint {
  if (!Number.isInteger(bits) || bits < 8 || bits > largestBits) {
    refuse('PRIME_BITS', `a prime of ${bits} bits: give 8 to ${largestBits} bits`)
  }
  const top = 1n << BigInt(bits - 1)
  return top | randomBelow(top, random) | 1n
}

/**
 * Is n prime? Miller-Rabin with the first 12 prime bases, a proof below 3.18e23 (Sorenson & Webster 2017).
 * @throws StatementError above 2^78
 */
export function isPrime(n: bigint): boolean {
  if (n >> BigInt(largestBits)) {
    refuse('PRIME_BITS', `primality of ${n} is not decided: it has more than ${largestBits} bits`)
  }
  if (n < 2n) return false
  for (const b of bases) if (n % b === 0n) return n === b
  let odd = n - 1n
  let twos = 0
  for (; !(odd & 1n); odd >>= 1n) twos++
  return bases.every((b) => isStrongProbablePrime(n, b, odd, twos))
}

function isStrongProbablePrime(n: bigint, base: bigint, odd: bigint, twos: number): boolean {
  let x = modularPower(base, odd, n)
  if (x === 1n || x === n - 1n) return true
  for (let k = 1; k < twos; k++) {
    x = (x * x) % n
    if (x === n - 1n) return true
  }
  return false
}

/** base^exponent mod n, for exponent >= 0. */
export function modularPower(base: bigint, exponent: bigint, n: bigint): bigint {
  let [result, square] = [1n % n, base % n]
  for (let e = exponent; e; e >>= 1n) {
    if (e & 1n) result = (result * square) % n
    square = (square * square) % n
  }
  return result
}
