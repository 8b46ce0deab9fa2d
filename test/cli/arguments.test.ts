/** Words of the command line as values. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readEffort, readPrecision, readSeed, readShard, readThreads } from '../../src/cli/arguments.js'

test('every positive number is an effort, and the names are ordered', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => { expect(readEffort(String(x))).toBe(x) }),
  )
  expect(readEffort('quick')).toBeLessThan(readEffort('standard'))
  expect(readEffort('standard')).toBeLessThan(readEffort('deep'))
})

test('a seed is the same number however it is padded', () => {
  fc.assert(fc.property(fc.bigInt({ min: 0n, max: 10n ** 25n }),
    (seed) => { expect(readSeed(`00${seed}`)).toBe(String(seed)) }))
})

test('a shard is read exactly where 1 <= i <= n', () => {
  fc.assert(fc.property(fc.nat({ max: 9 }), fc.nat({ max: 9 }), (index, count) => {
    const read = () => readShard(`${index}/${count}`)
    if (index >= 1 && index <= count) expect(read()).toEqual({ index, count })
    else expect(read).toThrow('is no shard')
  }))
})

test.each(['', ' ', 'NaN', '0', '-1', '1e999'])('"%s" is neither a precision nor a number of threads', (text) => {
  expect(() => readPrecision(text)).toThrow('is no relative precision')
  expect(() => readThreads(text)).toThrow('is no number of threads')
})
