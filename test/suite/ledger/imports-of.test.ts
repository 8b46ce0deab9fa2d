/** What a fingerprint sees of a module, and what it does not. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { fingerprintOf } from '../../../src/suite/ledger/fingerprint.js'
import { relativeImports, textsOf } from '../../../src/suite/ledger/imports-of.js'

let folder = ''
beforeEach(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterEach(() => rm(folder, { recursive: true }))

async function write(name: string, text: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, text)
  return path
}

test('imports of every form are followed, those of packages are not', () => {
  const text = `import a from './a.js'\nexport * from "../b.js"\nimport './c.js'\nawait import('./d.js')\nimport `
    + `{ x } from 'assay'`
  expect(relativeImports(text)).toEqual(['./a.js', '../b.js', './c.js', './d.js'])
})

test('a module is read with all that it imports, in circles too, by the names that a compiler would write',
  async () => {
    const path = await write('one.ts', `import './two.js'`)
    await write('two.ts', `import './one.js'\nimport './gone.js'`)
    expect((await textsOf(path)).map(([name]) => name)).toEqual(['gone.js', 'one.ts', 'two.ts'])
})

test('a fingerprint changes with the module and with each import, and with nothing else', async () => {
  const path = await write('one.ts', `import './two.js'`)
  await write('two.ts', '1')
  await write('other.ts', '1')
  const before = await fingerprintOf(path)
  await write('other.ts', '2')
  expect(await fingerprintOf(path)).toBe(before)
  await write('two.ts', '2')
  const changed = await fingerprintOf(path)
  expect(changed).not.toBe(before)
  await write('one.ts', `import './two.js' // a remark`)
  expect(await fingerprintOf(path)).not.toBe(changed)
})

test('a fingerprint is the same in another folder', async () => {
  const one = await fingerprintOf(await write('one.ts', `import './two.js'`))
  const other = await mkdtemp(join(tmpdir(), 'assay-'))
  await writeFile(join(other, 'one.ts'), `import './two.js'`)
  expect(await fingerprintOf(join(other, 'one.ts'))).toBe(one)
  await rm(other, { recursive: true })
})
