/** The map of the house and its manners. Each rule is also run on a planted trespass, which it must find. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { handPickedTolerances, longLines, publicClasses, silentFiles, vagueNames } from './architecture/manners.js'
import { loadedBy, strangers, trespasses, worldlyTheorems } from './architecture/rooms.js'
import { functionSizes, linesOf, quantile } from './architecture/sizes.js'
import { importsOf, readTree, type SourceFile } from './architecture/tree.js'

const root = join(dirname(fileURLToPath(import.meta.url)), '..')
const [src, theorems, tests] = ['src', 'theorems', 'test'].map((folder) => readTree(join(root, folder))) as
  [SourceFile[], SourceFile[], SourceFile[]]
const planted = (path: string, text: string): SourceFile[] => [{ path, text, imports: importsOf(text) }]

describe('rooms', () => {
  test('import only from the rooms below them', () => expect(trespasses(src)).toEqual([]))
  test('let each package in at its own door only', () => expect(strangers(src)).toEqual([]))
  test('theorems import the package and one another, nothing else', () => expect(worldlyTheorems(theorems)).toEqual([]))

  test.each(['cli/main.ts', 'cli/list.ts', 'suite/cards.ts', 'index.ts'])('%s loads nothing heavy when it starts',
    (entry) => {
      const packages = [...loadedBy(entry, src)].filter((name) => !name.startsWith('node:'))
      expect(packages.filter((name) => name !== 'commander')).toEqual([])
  })

  test.each([
    ['numeric/bad.ts', "import { sgd } from '../process/sgd.js'", 'numeric/bad.ts may not import process/sgd.ts'],
    ['symbolic/bad.ts', "export * from '../verify/evidence.js'", 'symbolic/bad.ts may not import verify/evidence.ts'],
    ['report/bad.ts', "const x = await import('../process/sgd.js')", 'report/bad.ts may not import process/sgd.ts'],
    ['suite/deep/bad.ts', "import type {\n  A,\n} from '../../cli/main.js'",
      'suite/deep/bad.ts may not import cli/main.ts'],
  ])('%s trespasses with %j', (path, text, found) => expect(trespasses(planted(path, text))).toEqual([found]))

  test.each([
    ['numeric/bad.ts', "import { parse } from 'mathjs'"], ['symbolic/bad.ts', "import nerdamer from 'nerdamer'"],
    ['numeric/bad.ts', "import { Matrix } from 'ml-matrix'"], ['suite/bad.ts', "import fc from 'fast-check'"],
    ['verify/bad.ts', "import { readFile } from 'node:fs/promises'"], ['suite/bad.ts', "import x from 'left-pad'"],
  ])('%s is a stranger with %j', (path, text) => expect(strangers(planted(path, text))).toHaveLength(1))

  test.each([
    "import { x } from '../../src/index.js'", "import fc from 'fast-check'", "import { readFile } from 'node:fs'",
  ])(
    'a theorem may not say %j', (text) => expect(worldlyTheorems(planted('liu2021/bad.ts', text))).toHaveLength(1))

  test('packages are followed through files, and not through types or dynamic imports', () => {
    const files = [...planted('a.ts', "import { b } from './b.js'\nimport type { T } from 'mathjs'\nawait "
      + "import('ml-matrix')"),
        ...planted('b.ts', "import fc from 'fast-check'")]
    expect([...loadedBy('a.ts', files)]).toEqual(['fast-check'])
  })
})

describe('sizes', () => {
  const files = src.map((file) => ({ path: file.path, lines: linesOf(file) }))
  const functions = src.flatMap(functionSizes).filter(({ lines }) => lines > 1)
  const longerThan = <T extends { lines: number }>(sizes: readonly T[], limit: number) =>
    sizes.filter(({ lines }) => lines > limit)

  test('files have at most 250 lines, half of them at most 60', () => {
    expect(longerThan(files, 250)).toEqual([])
    expect(quantile(files.map(({ lines }) => lines), 0.5)).toBeLessThanOrEqual(60)
  })

  test('functions have at most 40 lines, nine of ten that need more than one at most 20', () => {
    expect(longerThan(functions, 40)).toEqual([])
    expect(quantile(functions.map(({ lines }) => lines), 0.9)).toBeLessThanOrEqual(20)
  })

  test('lines fit a screen', () => expect(longLines([...src, ...theorems, ...tests], 120)).toEqual([]))

  test('functions are counted whatever their form, and braces in strings are not', () => {
    const text = 'const a = () => {\n  return `${"}"}`\n}\nfunction b() {\n  const c = function () {\n    '
      + '/}/.test("{")\n  }\n}\nclass D { e() {\n} }\n'
    expect(functionSizes(planted('x.ts', text)[0]!).map(({ lines }) => lines)).toEqual([3, 5, 3, 2])
  })

  test('a quantile is one of the values', () => {
    expect([0.1, 0.5, 0.9, 1].map((share) => quantile([4, 1, 3, 2], share))).toEqual([1, 2, 4, 4])
  })
})

describe('manners', () => {
  test('every file opens with what it knows', () => expect(silentFiles([...src, ...theorems])).toEqual([]))
  test('names say something', () => expect(vagueNames([...src, ...theorems])).toEqual([]))
  test('no class but errors is public', () => expect(publicClasses(src)).toEqual([]))
  test('no test of a random quantity picks its tolerance by hand',
    () => expect(handPickedTolerances(tests)).toEqual([]))

  test.each([
    ['a silent file', silentFiles(planted('suite/bad.ts', '// hm\nexport const x = 1'))],
    ['a manager', vagueNames(planted('suite/bad.ts', '/** x */\nexport class PoolManager {}'))],
    ['a file of utilities', vagueNames(planted('suite/utils.ts', '/** x */'))],
    ['a helper', vagueNames(planted('suite/bad.ts', 'export function poolHelper() {}'))],
    ['a public class', publicClasses(planted('suite/bad.ts', 'export class Pool {\n}'))],
    ['a tolerance', handPickedTolerances(planted('statistics/bad.test.ts', 'expect(mean).toBeCloseTo(0, 1)'))],
    ['a long line', longLines(planted('suite/bad.ts', 'x'.repeat(121)), 120)],
  ])('%s is found', (_, found) => expect(found).toHaveLength(1))

  test('errors may be classes',
    () => expect(publicClasses(planted('x.ts', 'export class Pole extends Error {'))).toEqual([]))
})
