/** Which files are theorems, and what they are called. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { discoverTheorems } from '../../src/suite/discover.js'

let folder = ''
const files = ['b/two.ts', 'b/deep/three.mjs', 'one.js', 'sources.ts', 'b/sources.js', '_draft.ts', 'b/_part.ts',
  '_old/x.ts',
    'types.d.ts', 'notes.md', 'node_modules/p/index.js', '.hidden/y.ts']

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  for (const file of files) {
    await mkdir(dirname(join(folder, file)), { recursive: true })
    await writeFile(join(folder, file), '')
  }
})
afterAll(() => rm(folder, { recursive: true }))

test('ids are paths without extension, in an order that no locale changes', async () => {
  expect((await discoverTheorems(folder)).map(({ id }) => id)).toEqual(['b/deep/three', 'b/two', 'one'])
})

test('a folder that is not there, and one without theorems, are refused', async () => {
  await expect(discoverTheorems(join(folder, 'nowhere'))).rejects.toMatchObject({ code: 'NO_FOLDER' })
  await expect(discoverTheorems(join(folder, '.hidden', '..', '_old'))).resolves.toHaveLength(1)
  await expect(discoverTheorems(join(folder, 'node_modules', 'p', '..', '..', '.hidden'))).resolves.toHaveLength(1)
  await mkdir(join(folder, 'empty'))
  await expect(discoverTheorems(join(folder, 'empty'))).rejects.toMatchObject({ code: 'NO_THEOREMS' })
})
