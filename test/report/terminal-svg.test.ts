/** The picture of the terminal in README: drawn from a record of a run, and well-formed whatever a line holds. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pictureOf } from '../../docs/terminal.js'
import { paletteFor } from '../../src/report/palette.js'
import { terminalSvg } from '../../src/report/terminal-svg.js'
import type { SuiteReport } from '../../src/suite/events.js'

const docs = join(import.meta.dirname, '../../docs')
const textIn = (svg: string): string[] => [...svg.matchAll(/<text[^>]*>(.*)<\/text>/g)]
  .map(([, inside]) => inside!.replace(/<[^>]+>/g, '')
    .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code))).replaceAll('\u00a0', ' '))

test('the picture is that of the record beside it; after a change of the terminal: npm run picture', async () => {
  const report = JSON.parse(await readFile(join(docs, 'run.json'), 'utf8')) as SuiteReport
  expect(await readFile(join(docs, 'terminal.svg'), 'utf8')).toBe(pictureOf(report))
  for (const claim of report.theorems.flatMap(({ claims }) => claims)) {
    expect(textIn(pictureOf(report)).join('\n')).toContain(claim.name)
  }
})

test('every line is in the picture as it is, whatever its characters and colours', () => {
  const palette = paletteFor(true)
  const style = fc.constantFrom(...Object.values(palette) as ((text: string) => string)[])
  const plain = fc.string({ unit: fc.constantFrom(...'a<>&"λ '), minLength: 1, maxLength: 20 })
  fc.assert(fc.property(fc.array(fc.tuple(style, plain), { minLength: 1 }), (parts) => {
    const svg = terminalSvg(parts.map(([colour, text]) => colour(text)), { columns: 200, title: '<&>' })
    expect(textIn(svg)).toEqual(parts.map(([, text]) => text))
    expect(svg.match(/<tspan/g)?.length ?? 0).toBe(svg.match(/<\/tspan>/g)?.length ?? 0)
  }))
})
