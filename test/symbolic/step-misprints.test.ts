import { describe, expect, it } from 'vitest'
import { loadParser, parseStep } from '../../src/symbolic/parse.js'
import { misprintsOfSteps } from '../../src/symbolic/step-misprints.js'

await loadParser()

const shapeOf = (): string => 'D x 1'
const momentum = ['m = mu * m + K * w + eta', 'w = w - lambda * m']
const vocabulary = { shapeOf, symbols: ['m', 'w', 'mu', 'lambda'] }

describe('misprints of an algorithm', () => {
  const all = misprintsOfSteps(momentum, vocabulary)
  const texts = all.map(({ formula }) => formula.join('; '))

  it.each([
    ['the sign of the update', 'm = mu * m + K * w + eta; w = w + lambda * m'],
    ['a lost momentum factor', 'm = m + K * w + eta; w = w - lambda * m'],
    ['lines in the wrong order', 'w = w - lambda * m; m = mu * m + K * w + eta'],
    ['the momentum of the step before', 'old_m = m; m = mu * m + K * w + eta; w = w - lambda * old_m'],
    ['a wrong symbol', 'm = mu * m + K * w + eta; w = w - mu * m'],
    ['a lost noise', 'm = mu * m + K * w; w = w - lambda * m'],
  ])('contains %s', (_, text) => {
    expect(texts).toContain(text)
  })

  it('are all different from the algorithm and from each other, and parse', () => {
    expect(new Set([...texts, momentum.join('; ')]).size).toBe(texts.length + 1)
    for (const { formula } of all) for (const line of formula) expect(() => parseStep(line)).not.toThrow()
  })

  it('never take the old value in the very line that makes the new one: that is the algorithm', () => {
    expect(texts.some((t) => t.includes('m = mu * old_m'))).toBe(false)
  })

  it('say in words what is wrong, in a fixed order', () => {
    expect(all.map(({ description }) => description)).toContain('line 2: m of the step before in "w - lambda * old_m"')
    expect(all.map(({ description }) => description)).toContain('w before m')
    expect(misprintsOfSteps(momentum, vocabulary)).toEqual(all)
  })

  it('do not rescale a whole line, which may be the same algorithm', () => {
    expect(texts.some((t) => t.includes('2 * (mu * m'))).toBe(false)
  })

})
