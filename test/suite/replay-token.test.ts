/** A token is read back as it was written, and nothing else is taken for one. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseReplayToken, replayToken } from '../../src/suite/replay-token.js'

const replay = fc.record({
  id: fc.stringMatching(/^[a-z0-9]+(\/[a-z0-9-]+)?$/), claim: fc.string({ unit: 'grapheme', minLength: 1 }),
  seed: fc.bigInt({ min: 0n, max: 10n ** 20n }).map(String),
  effort: fc.double({ min: 1e-3, max: 1e3, noNaN: true }), precision: fc.double({ min: 1e-9, max: 0.5, noNaN: true }),
  suiteSize: fc.integer({ min: 1, max: 1e6 }),
})

test('parsing undoes printing', () => {
  fc.assert(fc.property(replay, (it) => { expect(parseReplayToken(replayToken(it))).toEqual(it) }))
})

test('needs no quotes in a shell', () => {
  fc.assert(fc.property(replay, (it) => { expect(replayToken(it)).toMatch(/^[\w/:.+%-]+$/) }))
})

test.each(
  ['', 'a', 'a:b:1:1:0.02', 'a:b:x:1:0.02:3', 'a:b:1:0:0.02:3', 'a:b:1:1:2:3', 'a:b:1:1:0.02:0', ':b:1:1:0.02:3',
    'a:%:1:1:0.02:3'],
)(
  '"%s" is no token', (text) => expect(() => parseReplayToken(text)).toThrow('is no replay token'))
