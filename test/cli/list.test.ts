/** `assay list`, `assay show` and `assay new`. */
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { TheoremCard } from '../../src/suite/card.js'
import { writeNewTheorem } from '../../src/cli/new-theorem.js'
import { algorithms } from '../../src/cli/starting-points.js'
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
  for (const part of ['posdef(2 * I - lambda * K)', 'Cov(w)', 'balance', 'gaussian(covariance C)']) {
    expect(out).toContain(part)
  }
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
  expect(await run(`new a/second --theorems ${folder}`))
    .toMatchObject({ code: 2, error: expect.stringContaining('is there already') })
  expect(await readFile(join(folder, 'a/second.ts'), 'utf8')).toBe(text)
}, 20_000)

test.each(algorithms)('new --from %s writes a module that is well stated, whatever its title says',
  async (algorithm) => {
    const title = 'What "K\\K" isn\'t'
    await writeNewTheorem(`b/${algorithm}`, join(folder, `b/${algorithm}.ts`), { algorithm, title })
    const { code, out, error } = await run(`check b/${algorithm} --theorems ${folder}`)
    expect({ code, error }).toEqual({ code: 0, error: '' })
    expect(out).toContain(`b/${algorithm}  ${title} (author2026`)
}, 20_000)

test('new asks for what was not said where somebody is there to answer, and an empty answer is the usual one',
  async () => {
    const asked: string[] = []
    const ask = async (
      question: string,
    ): Promise<string> => { asked.push(question); return question.startsWith('algorithm') ? 'momentum' : '' }
    await run(`new c/asked --theorems ${folder}`, { ask })
    expect(asked).toEqual(
      [expect.stringContaining('[sgd]'), expect.stringContaining('[Stationary covariance of SGD with momentum]')],
    )
    expect(await readFile(join(folder, 'c/asked.ts'), 'utf8')).toContain("momentum: 'mu'")
    await run(`new c/told --from langevin --title Diffusion --theorems ${folder}`, { ask })
    expect(asked).toHaveLength(2)
    expect(await run(`new c/odd --from adam --theorems ${folder}`))
      .toMatchObject({ code: 2, error: expect.stringContaining('write sgd, momentum') })
})
