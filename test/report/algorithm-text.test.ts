/** The line of the misprints of an algorithm: killed of wrong, the harmless ones apart, every survivor by name. */
import { expect, test } from 'vitest'
import { algorithmLines } from '../../src/report/algorithm-text.js'

const teeth = { total: 14, killed: 10, equivalent: 1, alsoTrue: ['a', 'b'], survivors: ['line 1: mu^2 for mu'] }

test('what is the same or as true counts neither for nor against, and survivors are named', () => {
  expect(algorithmLines({ algorithm: teeth })).toEqual(
    ['  algorithm  misprints 10/11, 1 the same, 2 as true', '      not excluded: line 1: mu^2 for mu'])
  expect(algorithmLines({ algorithm: { ...teeth, equivalent: 0, alsoTrue: [], survivors: [] } }))
    .toEqual(['  algorithm  misprints 10/14'])
})

test('an algorithm that was not attacked has no line', () => {
  expect([null, undefined].flatMap((algorithm) => algorithmLines({ algorithm: algorithm ?? null }))).toEqual([])
})
