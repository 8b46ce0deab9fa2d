/** The action and the workflows run commands that there are, and the shell of the action does what its inputs say. */
import { execFile } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../../package.json' with { type: 'json' }
import { run } from './fake-shell.js'

const root = join(import.meta.dirname, '../..')
const action = await readFile(join(root, 'action.yml'), 'utf8')
const folder = join(root, '.github/workflows')
const workflows = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
let scratch = ''
beforeAll(async () => { scratch = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(scratch, { recursive: true }))

const namesBelow = (key: string): string[] => {
  const block = new RegExp(`^${key}:\\n((?: .*\\n|\\n)+)`, 'm').exec(action)?.[1] ?? ''
  return [...block.matchAll(/^ {2}([\w-]+):/gm)].map(([, name]) => name!)
}

test('every option that the action passes is one of verify', async () => {
  const { out } = await run('verify --help')
  const passed = [...action.matchAll(/ (--[a-z]+) "/g)].map(([, flag]) => flag!)
  expect(passed.length).toBeGreaterThan(5)
  expect(passed.filter((flag) => !out.includes(`${flag} `))).toEqual([])
})

test('every input is used, and what workflows pass to the action is an input', () => {
  const inputs = namesBelow('inputs')
  expect(inputs.filter((name) => !action.includes(`inputs.${name} }}`))).toEqual([])
  const passed = workflows.flatMap((text) => [...text.matchAll(/uses: \.\/\n +with:\n((?: {10}.*\n)+)/g)])
    .flatMap(([, block]) => [...block!.matchAll(/^ +([\w-]+):/gm)].map(([, name]) => name!))
  expect(passed).toContain('effort')
  expect(passed.filter((name) => !inputs.includes(name))).toEqual([])
})

test('every npm script that a workflow runs is there', () => {
  const named = workflows.flatMap((text) => [...text.matchAll(/npm run ([\w:]+)/g)].map(([, name]) => name!))
  expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([])
})

describe('the shell of the action', () => {
  const script = /run: \|\n((?: {8}.*\n)+)/.exec(action)![1]!.replace(/^ {8}/gm, '')
  const called = async (env: Record<string, string>): Promise<string[]> => {
    await writeFile(join(scratch, 'main.cjs'), 'console.log(JSON.stringify(process.argv.slice(2)))')
    const inputs = { ASSAY: join(scratch, 'main.cjs'), THEOREMS: 'theorems', PATTERNS: '', EFFORT: 'quick', SEED: '1',
      SHARD: '',
        OUTPUT: 'out', OPTIONS: '', GITHUB_OUTPUT: join(scratch, 'output'), ...env }
    const out = await new Promise<string>((resolve, reject) => {
      execFile('bash', ['-eo', 'pipefail', '-c', script], { env: { ...process.env, ...inputs }, cwd: root },
        (error, stdout) => (error ? reject(error) : resolve(stdout)))
    })
    return JSON.parse(out) as string[]
  }

  test('passes patterns one by one, globs as they are, and a shard only where there is one', async () => {
    const args = await called({ PATTERNS: 'liu2021/* mori', SHARD: '2/3' })
    expect(args.slice(0, 5)).toEqual(['verify', 'liu2021/*', 'mori', '--theorems', 'theorems'])
    expect(args.slice(args.indexOf('--shard'))[1]).toBe('2/3')
    expect(await called({})).not.toContain('--shard')
  })

  test('runs nothing that an input says', async () => {
    expect(await called({ PATTERNS: '$(echo hacked)', THEOREMS: 'a b; echo hacked' })).toEqual(
      expect.arrayContaining(['$(echo', 'hacked)', 'a b; echo hacked']))
  })

  test('tells the following steps where the results are', async () => {
    await called({ OUTPUT: 'elsewhere' })
    expect(await readFile(join(scratch, 'output'), 'utf8')).toContain('folder=elsewhere')
  })
})
