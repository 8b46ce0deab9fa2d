/** `assay merge` and `assay compare`: records of earlier runs from the command line. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SuiteReport } from '../../src/suite/events.js'
import { run } from './fake-shell.js'
import { steady } from '../suite/steady.js'

let folder = ''
const file = (name: string): string => join(folder, name)
const recordOf = async (name: string) => JSON.parse(await readFile(file(name), 'utf8')) as SuiteReport
const verify = (args: string) => run(`verify --theorems test/cli/theorems ${args}`)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  await Promise.all([verify(`--json ${file('whole.json')}`),
    ...[1, 2, 3].map((i) => verify(`--shard ${i}/3 --json ${file(`${i}.json`)}`))])
}, 60_000)
afterAll(() => rm(folder, { recursive: true }))

test('merged shards are the record of the whole run, with its exit code', async () => {
  const { code, out } =
    await run(`merge ${[3, 1, 2].map((i) => file(`${i}.json`)).join(' ')} --json ${file('merged.json')}`)
  expect(code).toBe((await verify('')).code)
  expect(steady(await recordOf('merged.json'))).toBe(steady(await recordOf('whole.json')))
  expect(out).toContain('mixed/contrary › wrong: refuted')
})

test('a shard that is missing or cut in half is refused with exit code 2', async () => {
  expect(await run(`merge ${file('1.json')} ${file('3.json')}`))
    .toMatchObject({ code: 2, out: '', error: expect.stringContaining('shard 2/3 is missing') })
  const text = await readFile(file('2.json'), 'utf8')
  await writeFile(file('half.json'), text.slice(0, text.length / 2))
  expect((await run(`merge ${file('1.json')} ${file('half.json')}`)).error).toContain('"')
})

test('a record compared with itself has nothing worse, and a claim that fell is told with exit code 1', async () => {
  expect((await run(`compare ${file('whole.json')} ${file('whole.json')}`)).code).toBe(0)
  const fell = JSON.stringify(await recordOf('whole.json'),
    (_, value) => (value?.name === 'two' ? { ...value, verdict: 'refuted', asExpected: false } : value))
  await writeFile(file('fell.json'), fell)
  const { code, out } = await run(`compare ${file('whole.json')} ${file('fell.json')}`)
  expect(code).toBe(1)
  expect(out).toContain('fine › two: verified → refuted (not as expected)')
})
