import { expect, test } from 'vitest'
import { constants, functions, reserved } from '../../src/symbolic/vocabulary.js'
import { taken, vocabulary } from '../../src/theorem/words.js'

test('every word of the grammar is a word of the compiler', () => {
  const known = new Set<string>(vocabulary)
  expect([...functions.keys(), ...constants].filter((word) => !known.has(word))).toEqual([])
})

test('every name that the grammar reserves is refused by the compiler', () => {
  const refused = new Set<string>([...vocabulary, ...taken])
  expect([...reserved].filter((word) => !refused.has(word))).toEqual([])
})
