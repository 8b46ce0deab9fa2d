/** `assay check`: what an author sees at once. */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { theoremText } from '../../src/cli/new-theorem.js'
import { placeOf } from '../../src/suite/place-of.js'
import { compile } from '../../src/theorem/compile.js'
import { admittedEvidence } from '../../src/verify/admitted-evidence.js'
import { theoremModules } from '../modules.js'
import { run } from './fake-shell.js'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  await mkdir(join(folder, 'a'))
  await writeFile(join(folder, 'a/fine.ts'), theoremText('a/fine'))
  const slip = theoremText('a/slip').replace('== lambda * C', '== lamda * C')
  await writeFile(join(folder, 'a/slip.ts'), slip)
})
afterAll(() => rm(folder, { recursive: true }))

test('a sound module is shown as it was read, with the evidence that is possible and why the rest is not', async () => {
  const { code, out, error } = await run(`check ${folder}/a/fine.ts`)
  expect({ code, error }).toEqual({ code: 0, error: '' })
  expect(out).toMatch(/λ +learning rate +λ > 0 +number/)
  expect(out).toContain('balance:  K Σ + Σ K − λ K Σ K = λ C')
  expect(out).toContain('✓ evidence: moments, simulated')
  expect(out).toMatch(/law cannot decide it: .*Law\(x\)/)
}, 20_000)

test('a misspelt symbol is told with carets under it and a suggestion, and exit code 2', async () => {
  const { code, error } = await run(`check a/slip --theorems ${folder}`)
  expect(code).toBe(2)
  expect(error).toContain('did you mean "lambda"?')
  const [, shown = '', carets = ''] = error.split('\n')
  expect(shown.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('lamda')
}, 20_000)

describe('the place of a module', () => {
  const found = (name: string, below = 'theorems') => placeOf(name, below)
  test('an id is one of the folder',
    async () => expect(await found('a/fine')).toEqual({ id: 'a/fine', folder: 'theorems' }))
  test('a file inside the folder has the id of its path', async () =>
    expect(await found(join(folder, 'a/fine.ts'), folder)).toEqual({ id: 'a/fine', folder }))
  test('a file elsewhere says by its id which folder is meant', async () =>
    expect(await found(join(folder, 'a/fine.ts'))).toEqual({ id: 'a/fine', folder }))
  test('a file whose id is no end of its path stands in its own folder', async () => {
    await writeFile(join(folder, 'a/odd.ts'), await readFile(join(folder, 'a/fine.ts')))
    expect(await found(join(folder, 'a/odd.ts'))).toEqual({ id: 'odd', folder: join(folder, 'a') })
  })
})

test('no evidence that the theorems state is refused', async () => {
  const all = await theoremModules()
  for (const { path, theorem } of all.filter((_, i) => i % 6 === 0)) {
    const compiled = await compile(theorem)
    const ask = admittedEvidence(compiled)
    for (const claim of compiled.claims.values()) {
      const refused = (await ask(claim)).filter(({ stated, refusal }) => stated && refusal)
      expect(refused, `${path} › ${claim.name}`).toEqual([])
    }
  }
}, 20_000)
