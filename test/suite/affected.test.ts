/** What rests on a saved file. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { affectedBy, readImports } from '../../src/suite/affected.js'

const graph =
  fc.uniqueArray(fc.tuple(fc.nat({ max: 7 }), fc.nat({ max: 7 })), { maxLength: 20, selector: ([a, b]) => a * 8 + b })
const path = (k: number): string => `/t/${k}.ts`

test('a file affects exactly those from which a chain of imports leads to it, circles included', () => {
  fc.assert(fc.property(graph, fc.nat({ max: 7 }), (edges, saved) => {
    const imports = new Map(Array.from({ length: 8 }, (_, k) =>
      [path(k), edges.filter(([from]) => from === k).map(([, to]) => `/t/${to}`)] as const))
    const reaches = (from: number, seen: number[]): boolean =>
      from === saved || edges.some(([a, b]) => a === from && !seen.includes(b) && reaches(b, [...seen, from]))
    const expected = Array.from({ length: 8 }, (_, k) => k).filter((k) => reaches(k, []))
    expect([...affectedBy([path(saved)], imports)].sort()).toEqual(expected.map(path))
  }))
})

test('imports are read off the text: over several lines, of types, with the extension of the compiled file',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-'))
    await writeFile(join(folder, 'a.ts'), "import {\n  x,\n} from './b.js'\nimport type { Y } from '../c.js'\nimport "
      + "'assay'\nconst z = await import('./d.mjs')")
    expect((await readImports(folder)).get(join(folder, 'a.ts')))
      .toEqual([join(folder, 'b'), join(folder, '../c'), join(folder, 'd')])
    await rm(folder, { recursive: true })
})

test('every theorem rests on the bibliography', async () => {
  const imports = await readImports('theorems')
  const affected = affectedBy([join(process.cwd(), 'theorems/sources.ts')], imports)
  expect(affected.size).toBe(imports.size)
})
