/** A red run: its last screen tells what failed, why that is no noise, and how to see it again. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { theoremText } from '../../src/cli/new-theorem.js'
import { moduleUrl } from '../../src/suite/bootstrap.js'
import { run } from './fake-shell.js'

const job = moduleUrl('suite/jobs/verify')
const planted = theoremText('planted').replace('== lambda * C', '== 2 * lambda * C')
const simulatedOnly = planted.replaceAll("'planted'", "'sampled'")
  .replace('[moments(), simulated()]', '[simulated()]').replace('moments, ', '')
let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'assay-'))
  await writeFile(join(folder, 'planted.ts'), planted)
  await writeFile(join(folder, 'sampled.ts'), simulatedOnly)
})
afterAll(() => rm(folder, { recursive: true }))

/** What is left on a screen of 24 lines when the run has ended. */
const screenOf = (out: string): string => out.trimEnd().split('\n').slice(-24).join('\n')

test('a planted factor is told with its line, the certainty of exact arithmetic, the witness, '
  + 'and a command that replays it', async () => {
    const { code, out } = await run(`verify planted --theorems ${folder} --effort 0.1 --no-misprints`, { job })
    expect(code).toBe(1)
    const screen = screenOf(out)
    const line = planted.split('\n').findIndex((text) => text.includes('2 * lambda * C')) + 1
    expect(screen).toContain(`${folder}/planted.ts:${line}  planted › balance: refuted`)
    expect(screen).toMatch(/not noise: .*no randomness decides here/)
    for (const part of [/lambda +\d/, /left +/, /right +/]) expect(screen).toMatch(part)
    const [, token = ''] = /assay replay (\S+)/.exec(screen)!
    expect((await run(`replay ${token} --theorems ${folder}`, { job })).code).toBe(1)
}, 60_000)

test('a refutation by simulation alone says how improbable it is for a true claim', async () => {
  const { out } = await run(`verify sampled --theorems ${folder} --effort 0.1 --no-misprints`, { job })
  const [, power, alpha] =
    /not noise: evidence 10\^(\d+) to 1 after \d+ samples; a true claim gets there with probability at most (\S+)/.exec(
      screenOf(out),
    )!
  // the threshold of an e-value is one over its share of the error
  expect(10 ** Number(power) * Number(alpha)).toBeGreaterThan(0.01)
  expect(Number(alpha)).toBeLessThanOrEqual(1e-6)
}, 60_000)
