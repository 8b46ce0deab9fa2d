/** Where the entries of a theorem stand in its text. */
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { claimLineIn, lineOfClaim, moduleKeys, moduleText } from '../../src/report/module-keys.js'
import { theoremModules } from '../modules.js'

test('every claim of every theorem is found on a line that names it', async () => {
  const files = await theoremModules()
  expect(files.length).toBeGreaterThan(50)
  for (const { path, theorem } of files) {
    const text = moduleText(path)!
    const missed = Object.keys(theorem.claims)
      .filter((name) => !text.split('\n')[(lineOfClaim(text, name) ?? 0) - 1]?.includes(name))
    expect({ path, missed }).toEqual({ path, missed: [] })
  }
})

test('a claim keeps its line whatever its text and the comments around it look like', () => {
  const harmless = fc.string({ unit: fc.constantFrom(...'a{}()[]:, "`\\/*') }).filter((text) => !text.includes('*/'))
  fc.assert(fc.property(harmless, harmless, fc.nat({ max: 5 }), (comment, formula, above) => {
    const text = `/* ${comment} */${'\n'.repeat(above)}f({ claims: {\n`
        + `  first: ${JSON.stringify(formula)},\n  b: { then: '' } } })`
    expect(lineOfClaim(text, 'first')).toBe(above + 2)
    expect(lineOfClaim(text, 'b')).toBe(above + 3)
  }))
})

test('spans end where their values do, through calls, lists and template texts', () => {
  const text = "f({ process: g({ step: ['m = 1', `w = ${x}`] }), claims: { 'a b': `x\n, y` } })"
  const keys = moduleKeys(text)
  const shown = (path: string): string => text.slice(keys.get(path)!.start, keys.get(path)!.end).trim()
  expect(shown('process.step')).toBe("step: ['m = 1', `w = ${x}`]")
  expect(shown('claims.a b')).toBe("'a b': `x\n, y`")
  expect([...keys.keys()].sort()).toEqual(['claims', 'claims.a b', 'process', 'process.step'])
})

test('what is not there has the first line, and an unreadable file is no error', () => {
  expect(claimLineIn(join(import.meta.dirname, 'no-such-file.ts'), 'x')).toBe(1)
  expect(lineOfClaim('export default 1', 'x')).toBe(null)
})
