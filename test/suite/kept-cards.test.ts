/** A card is kept as long as its module, what that imports, and this package stay the same. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readCards } from '../../src/suite/cards.js'
import { discoverTheorems, type TheoremFile } from '../../src/suite/discover.js'
import { keptCards } from '../../src/suite/kept-cards.js'

let folder = ''
const stated = (title: string): string =>
  `export default { id: 'a', title: title + ${JSON.stringify(title)}, source: { key: 'k', at: '1', url: 'u' }, `
    + "symbols: {}, given: {}, where: {}, measure: {}, claims: { one: 'x == x' }, evidence: {} }\n"
const write = (name: string, text: string) => writeFile(join(folder, name), text)
const a = async (): Promise<TheoremFile> => (await discoverTheorems(folder)).find(({ id }) => id === 'a')!
const title = async (): Promise<string> => (await readCards(folder, { patterns: ['a'] })).cards[0]!.title
const known = async (): Promise<boolean> => (await keptCards([await a()])).card(await a()) !== null

beforeAll(async () => {
  await mkdir('.assay', { recursive: true })
  folder = relative(process.cwd(), await mkdtemp(join(process.cwd(), '.assay/cards-')))
  await write('_title.js', "export const title = 'first '\n")
  await write('a.js', `import { title } from './_title.js'\n${stated('A')}`)
  await write('b.js', 'export const nothing = 1\n')
})
afterAll(() => rm(folder, { recursive: true }))

test('the second look finds the card without loading the module, and another theorem has none', async () => {
  expect(await known()).toBe(false)
  expect(await title()).toBe('first A')
  expect(await known()).toBe(true)
  expect(await title()).toBe('first A')
  expect((await keptCards([{ ...await a(), id: 'b' }])).card({ ...await a(), id: 'b' })).toBeNull()
}, 20_000)

test('a change of the module or of what it imports is seen', async () => {
  await write('_title.js', "export const title = 'second '\n")
  expect(await known()).toBe(false)
  expect(await title()).toBe('second A')
  await write('a.js', `import { title } from './_title.js'\n${stated('B')}`)
  expect(await title()).toBe('second B')
}, 20_000)

test('a module that is no theorem is told every time', async () => {
  const codes = async () => (await readCards(folder, { patterns: [] })).faults.map(({ code }) => code)
  expect([await codes(), await codes()]).toEqual([['NO_DEFAULT_EXPORT'], ['NO_DEFAULT_EXPORT']])
}, 20_000)
