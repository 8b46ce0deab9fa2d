import { expect, test } from 'vitest'
import { follows, limit, moments, simulated } from '../../src/index.js'
import { liu2021 } from '../../theorems/sources.js'
import { labelNoise, momentum } from './examples.js'

test('a theorem is frozen and has every table, empty ones too', () => {
  expect(Object.isFrozen(momentum)).toBe(true)
  expect(momentum.where).toEqual({})
  expect(Object.keys(labelNoise.where)).toEqual(['G', 't', 'kappa'])
})

test('a source is its work and the place in it', () => {
  expect(momentum.source).toMatchObject({ key: 'liu2021', at: 'Theorem 2', year: 2021 })
  expect(liu2021.at('Eq. (7)').at).toBe('Eq. (7)')
})

test('evidence is plain data that survives JSON', () => {
  const all = [moments({ dimensions: [1, 2] }), simulated({ dimension: 3 }), follows('balance'), limit({ mu: 0 })]
  expect(JSON.parse(JSON.stringify(all))).toEqual(all)
})

test('a limit knows the symbols that it moves', () => {
  const support = limit({ mu: 0, lambda: 0 }, momentum, 'balance')
  expect(support).toMatchObject({ symbols: ['mu', 'lambda'], claim: 'balance', theorem: momentum })
})
