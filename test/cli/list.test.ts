/** `assay list`, `assay show` and `assay new`. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TheoremCard } from '../../src/suite/card.js'
import { run } from './fake-shell.js'

let folder = ''
beforeAll(async () => { folder = await mkdtemp(join(tmpdir(), 'assay-')) })
afterAll(() => rm(folder, { recursive: true }))

test('list has a line per theorem, and tells ill-stated modules apart', async () => {
  const { code, out, error } = await run('list --theorems test/cli/theorems')
  expect(out.trim().split('\n').map((line) => line.split(' ')[0])).toEqual(['fine', 'mixed/contrary', 'mixed/open'])
  expect(out).toContain('title of fine (k2020, Theorem 1; 2 claims)')
  expect(error).toContain('[NO_DEFAULT_EXPORT]')
  expect(code).toBe(2)
}, 20_000)

test('list --json is JSON with every claim, and patterns select', async () => {
  const { code, out } = await run('list fine --json --theorems test/cli/theorems')
  const { theorems } = JSON.parse(out) as { theorems: TheoremCard[] }
  expect(theorems.map(({ claims }) => claims.map(({ name }) => name))).toEqual([['one', 'two']])
  expect(code).toBe(0)
}, 20_000)

test('show has every claim and the algorithm of a theorem', async () => {
  await run(`new a/first --theorems ${folder}`)
  const { code, out, error } = await run(`show a/first --theorems ${folder}`)
  expect(error).toBe('')
  expect(code).toBe(0)
  for (const part of ['posdef(2 * I - lambda * K)', 'Cov(w)', 'balance', 'gaussian(covariance C)']) expect(out).toContain(part)
}, 20_000)

test('show --tex has the LaTeX of every claim, and derive the closed form that the claim implies', async () => {
  await run(`new a/third --theorems ${folder}`)
  expect(await run(`show a/third --tex --theorems ${folder}`)).toEqual(
    { code: 0, error: '', out: 'balance: K \\Sigma + \\Sigma K - \\lambda K \\Sigma K = \\lambda C\n' })
  const derived = await run(`derive a/third --theorems ${folder}`)
  expect(derived).toMatchObject({ code: 0, error: '' })
  expect(derived.out).toContain('Sigma (D = 1) = lambda * C / (K * (2 - lambda * K))')
}, 60_000)

test('new writes a module that states its own id, and never over another', async () => {
  const { code, out } = await run(`new a/second --theorems ${folder}`)
  expect(code).toBe(0)
  expect(out).toContain(`assay verify a/second --theorems ${folder}`)
  const text = await readFile(join(folder, 'a/second.ts'), 'utf8')
  expect(text).toContain("id: 'a/second'")
  expect(await run(`new a/second --theorems ${folder}`)).toMatchObject({ code: 2, error: expect.stringContaining('is there already') })
  expect(await readFile(join(folder, 'a/second.ts'), 'utf8')).toBe(text)
}, 20_000)
