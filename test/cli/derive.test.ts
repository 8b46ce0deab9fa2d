/**
 * The shorter forms beside `assay derive`: equal to what they shorten, never longer, and never at the cost of the
 * forms.
 */
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import shorten, { shorter } from '../../src/cli/shorten-job.js'
import { namesIn } from '../../src/symbolic/expression.js'
import { compareFormulas, scalars } from '../../src/symbolic/identity.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { randomBits } from '../../src/symbolic/random.js'
import { rationalTrees } from '../symbolic/support/trees.js'

beforeAll(loadParser)

test('what is printed is shorter and the same function', async () => {
  await fc.assert(fc.asyncProperty(rationalTrees, async (e) => {
    const text = await shorter(e)
    if (text === null) return
    expect(text.length).toBeLessThan(print(e).length)
    const names = new Set([...namesIn(e), ...namesIn(parseFormula(text))])
    expect(compareFormulas(e, parseFormula(text), scalars(names, names), { random: randomBits('shorter') }).identical)
      .toBe(true)
  }), { numRuns: 20 })
}, 60_000)

test('lines keep their names, and lines that are no formula are left out', async () => {
  const request = ['Sigma (D = 1) = lambda * a + lambda * b', 'Gamma: the moments do not close', 'M_ij = a']
  const { result } = await shorten({} as never, { id: '', file: '', path: '', request }, () => {})
  expect(result).toEqual([expect.stringMatching(/^Sigma \(D = 1\) = [^+]*\+[^+]*$/)])
  expect(result![0]!.length).toBeLessThan(request[0]!.length)
})
