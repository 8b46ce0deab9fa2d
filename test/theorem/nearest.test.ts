import fc from 'fast-check'
import { expect, test } from 'vitest'
import { edits, nearest } from '../../src/theorem/checks/nearest.js'

const words = fc.string({ unit: fc.constantFrom(...'abcK'), maxLength: 8 })

test('edits are a distance: zero only between equal words, symmetric, at most the longer length', () => {
  fc.assert(fc.property(words, words, (a, b) => {
    expect(edits(a, b) === 0).toBe(a === b)
    expect(edits(a, b)).toBe(edits(b, a))
    expect(edits(a, b)).toBeLessThanOrEqual(Math.max(a.length, b.length))
  }))
})

test('one slip of the keyboard is found again', () => {
  const names = ['lambda', 'Sigma', 'mu', 'K', 'Gamma']
  expect(nearest('lamda', names)).toBe('lambda')
  expect(nearest('Sgima', names)).toBe('Sigma')
  expect(nearest('gamma0', names)).toBe('Gamma')
  expect(nearest('k', names)).toBe('K')
  expect(nearest('trace', names)).toBe('Tr')
})

test('nothing is suggested where nothing is near', () => {
  expect(nearest('Q', ['K', 'C'])).toBeNull()
  expect(nearest('temperature', ['lambda', 'mu'])).toBeNull()
})
