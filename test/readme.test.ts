/// <reference types="vite/types/importMeta.d.ts" />
/** README.md says what is: its examples compile and run, its tables are those of the code. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }
import { stateFault } from '../src/suite/load-theorem.js'
import { theoremText } from '../src/cli/new-theorem.js'
import type { Theorem } from '../src/theorem/define.js'
import { moduleUrl } from '../src/suite/bootstrap.js'
import { rooms } from './architecture/rooms.js'
import { theoremModules } from './modules.js'
import { run } from './cli/fake-shell.js'

const usualJob = moduleUrl('suite/jobs/verify')
const root = join(import.meta.dirname, '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')

interface Block { readonly language: string; readonly mark: string; readonly text: string }
const blocks: readonly Block[] = [...readme.matchAll(/^```(\w+) ?(.*)\n([^]*?)^```$/gm)]
  .map(([, language, mark, text]) => ({ language: language!, mark: mark!, text: text! }))
const tableRows = (heading: string): string[][] => {
  const lines = readme.slice(readme.indexOf(`| ${heading} |`)).split('\n')
  const rows = lines.slice(2, lines.findIndex((line) => !line.startsWith('|')))
  return rows.map((row) => row.slice(1, -1).split('|').map((cell) => cell.trim().replace(/`/g, '')))
}
const execute =
  (command: string, args: readonly string[], cwd: string, env = {}): Promise<{ code: number; out: string }> =>
    new Promise((resolve) => execFile(command, args, { cwd, env: { ...process.env, ...env } },
      (error, stdout, stderr) =>
        resolve({ code: error ? Number(error.code ?? 1) : 0, out: `${stdout}${stderr}` })))

// inside the package, so that its compiler, its packages and its own name are found
let folder = ''
beforeAll(async () => {
  await mkdir(join(root, '.assay'), { recursive: true })
  folder = await mkdtemp(join(root, '.assay', 'readme-'))
  await mkdir(join(folder, 'theorems'))
  await cp(join(root, 'theorems/sources.ts'), join(folder, 'theorems/sources.ts'))
})
afterAll(() => rm(folder, { recursive: true }))

async function place(path: string, text: string): Promise<void> {
  await mkdir(dirname(join(folder, path)), { recursive: true })
  await writeFile(join(folder, path), text)
}

describe('TypeScript', () => {
  const theorems = blocks.filter(({ mark }) => mark.startsWith('theorem='))

  test('every example compiles, and so does what assay new writes', async () => {
    for (const { mark, text } of theorems) await place(`theorems/${mark.slice('theorem='.length)}.ts`, text)
    for (const [i, { text }] of blocks.filter(({ mark }) => mark === 'typecheck').entries()) {
      await place(`test/${i}.ts`, text)
    }
    await place('theorems/made/by-new.ts', theoremText('made/by-new'))
    await place('tsconfig.json', JSON.stringify({ extends: '../../tsconfig.json', include: ['.'] }))
    const { out } = await execute(process.execPath, [join(root, 'node_modules/typescript/bin/tsc'), '-p', '.'], folder)
    // errors of the package itself are another check's
    expect(out.split('\n').filter((line) => line && !line.startsWith('../../'))).toEqual([])
  }, 60_000)

  test('a theorem is one, and is called by its path', async () => {
    expect(theorems).toHaveLength(1)
    for (const { mark, text } of theorems) {
      const id = mark.slice('theorem='.length)
      await place(`theorems/${id}.ts`, text)
      const module = await import(/* @vite-ignore */ join(folder, 'theorems', `${id}.ts`)) as { default?: unknown }
      expect(stateFault(module, id, id)).toBe(null)
    }
  })
})

test('the theorem and what assay new writes come out as they say', async () => {
  await place('theorems/made/by-new.ts', theoremText('made/by-new'))
  const { code, out } =
    await run(`verify example by-new --effort 0.05 --no-misprints --theorems ${folder}/theorems`, { job: usualJob })
  expect({ code, out }).toMatchObject({ code: 0, out: expect.stringContaining('3 as expected') as string })
}, 120_000)

describe('shell', () => {
  test('every npm script that is named is there', () => {
    const own = ['ci', 'init', 'install', 'link', 'pack', 'pkg']
    const named =
      [...readme.matchAll(/npm (?:run )?(\w+)/g)].map(([, name]) => name!).filter((name) => !own.includes(name))
    expect(named.filter((name) => !(name in packageJson.scripts))).toEqual([])
  })
})

describe('tables', () => {
  test('the commands are those of the program', async () => {
    const { out } = await run('--help')
    const names = [...out.matchAll(/^ {2}(\w+) (?:\[|<)/gm)].map(([, name]) => name).filter((name) => name !== 'help')
    expect(tableRows('command').map(([command]) => command?.split(' ')[1])).toEqual(names)
  })

  test('the options are those of verify', async () => {
    const { out } = await run('verify --help')
    const flags = [...out.matchAll(/^ {2}(--[\w-]+(?: <[^>]+>)?)/gm)].map(([, flag]) => flag)
    expect(tableRows('option of verify').map(([flag]) => flag)).toEqual(flags)
  })

  test('the rooms are those that the architecture test enforces', () => {
    const printed = tableRows('room').map(([room, , imports]) => [room, imports])
    const names = (list: readonly string[]): string =>
      list.length ? list.length >= Object.keys(rooms).length - 1 ? 'all' : list.join(', ') : 'nothing'
    expect(printed).toEqual(Object.entries(rooms).map(([room, list]) => [room, names(list)]))
  })

  test('the published claims that fall are claims of the suite that are expected to be refuted', async () => {
    const modules = await theoremModules()
    const falling = modules.filter(({ theorem }) => Object.values(theorem.claims).some(isExpectedToFall))
      .map(({ theorem }) => theorem.id)
    expect(tableRows('theorem').map(([id]) => id!).filter((id) => !falling.includes(id))).toEqual([])
    const claims = modules.flatMap(({ theorem }) => Object.values(theorem.claims))
    const counts = [claims.length, modules.length, claims.filter(isExpectedToFall).length]
    const said =
      /more than (\d+) claims of more than (\d+) theorems[^.]*\. More than (\d+) of them are expected to fall/.exec(
        readme,
      )
    expect(said?.slice(1).filter((least, i) => !(counts[i]! > Number(least)))).toEqual([])
  })

  test('the packages are those that are installed, and those that may be', () => {
    const { dependencies, peerDependencies } = packageJson
    expect(tableRows('package').map(([name]) => name).sort())
      .toEqual(Object.keys({ ...dependencies, ...peerDependencies }).sort())
  })
})

const isExpectedToFall = (claim: string | { readonly expected?: string }): boolean =>
  typeof claim !== 'string' && claim.expected === 'refuted'

test('the skeleton of the record has the fields of a record, level by level', async () => {
  const text = blocks.find(({ language }) => language === 'jsonc')!.text.replace(/\/\/ .*$/gm, '')
  const [shown, made] = [JSON.parse(text) as object, join(folder, 'record.json')]
  await run(`verify fine --theorems test/cli/theorems --json ${made}`)
  const record = JSON.parse(await readFile(made, 'utf8')) as object
  const unshown = fieldsOf(record).filter((field) => !fieldsOf(shown).includes(field))
  expect(unshown.filter((field) => !field.startsWith('theorems.claims.evidence.'))).toEqual([])
  expect(Object.keys(shown)).toEqual(Object.keys(record))
}, 20_000)

/** "theorems.claims.name" for every field; of lists the first element counts. */
function fieldsOf(value: unknown, path = ''): string[] {
  if (Array.isArray(value)) return fieldsOf(value[0], path)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, part]) => [`${path}${name}`, ...fieldsOf(part, `${path}${name}.`)])
}

describe('published claims that fall', () => {
  const modules = import.meta.glob<{ default: Theorem }>('../theorems/*/*.ts', { eager: true })
  const theorems = new Map(Object.values(modules).map(({ default: theorem }) => [theorem.id, theorem]))
  const claims = [...theorems.values()].flatMap((theorem) => Object.values(theorem.claims))
  const falls = (claim: (typeof claims)[number]): boolean => typeof claim === 'object' && claim.expected === 'refuted'

  test('there are as many as is said', () => {
    const said = (of: RegExp): number => Number(of.exec(readme)![1])
    expect(claims.length).toBeGreaterThan(said(/more than (\d+) claims/))
    expect(theorems.size).toBeGreaterThan(said(/more than (\d+) theorems/))
    expect(claims.filter(falls).length).toBeGreaterThan(said(/More than (\d+) of them are expected to fall/))
  })

  test('each theorem that is named has a claim that falls', () => {
    for (const [id] of tableRows('theorem | claim that is refuted | true instead')) {
      expect([id, Object.values(theorems.get(id!)!.claims).some(falls)]).toEqual([id, true])
    }
  })
})
