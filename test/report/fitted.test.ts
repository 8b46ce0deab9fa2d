/** Text on a screen: nothing is wider than it, nothing is lost by folding. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fitted, folded, widthOf } from '../../src/report/fitted.js'

const words =
  fc.array(fc.string({ unit: fc.constantFrom(...'abλ≻'), minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 12 })
const columns = fc.integer({ min: 20, max: 60 })

test('a fitted text is never wider than its columns, and short ones stay as they are', () => {
  fc.assert(fc.property(words, columns, (list, width) => {
    const text = list.join(' ')
    expect(widthOf(fitted(text, width))).toBeLessThanOrEqual(width)
    if (text.length <= width) expect(fitted(text, width)).toBe(text)
    else expect(fitted(text, width).endsWith('…')).toBe(true)
  }))
})

test('colours take no room and are closed even where the text is cut', () => {
  const red = (text: string): string => `\u001b[31m${text}\u001b[39m`
  expect(fitted(red('abcdef'), 4)).toBe(red('abc…').replace('…\u001b[39m', '…\u001b[39m'))
  expect(widthOf(red('abc'))).toBe(3)
})

test('folding loses no word, keeps their order, and no line is wider than the screen', () => {
  fc.assert(fc.property(words, columns, fc.nat({ max: 8 }), (list, width, indent) => {
    const lines = folded(`  ${list.join(' ')}`, width, indent)
    expect(lines.flatMap((line) => line.trim().split(/ +/))).toEqual(list)
    for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
    for (const line of lines.slice(1)) expect(line.startsWith(' '.repeat(indent))).toBe(true)
  }))
})

test('on a pipe, where there is no width, nothing is folded',
  () => expect(folded('a '.repeat(500), Infinity, 4)).toHaveLength(1))
