/** `assay verify --watch`: a save verifies what rests on it, and nothing else. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { writtenText } from '../../src/report/output.js'
import { run } from './fake-shell.js'

const stated = (id: string, verdict: string, also = ''): string =>
  `${also}export default { id: '${id}', title: 't', symbols: {}, given: {}, where: {},
  measure: {}, claims: { one: '${verdict}' }, evidence: {}, source: { key: 'k', at: 'a', url: 'u' } }`

test('after a save the theorems that import the file are verified again, and the exit code is that of the last run',
  async () => {
    const folder = await mkdtemp(join(tmpdir(), 'assay-'))
    await writeFile(join(folder, '_shared.ts'), 'export const x = 1')
    await writeFile(join(folder, 'alone.ts'), stated('alone', 'proved'))
    await writeFile(join(folder, 'resting.ts'), stated('resting', 'proved', "import './_shared.js'\n"))
    const [screen, stop] = [writtenText(), new AbortController()]
    const until = async (text: string, times: number): Promise<void> => {
      while (screen.text().split(text).length - 1 < times) await new Promise((resume) => setTimeout(resume, 20))
    }
    const ended = run(`verify --watch --theorems ${folder}`, { out: screen, interruption: () => stop.signal })
    await until('watching', 1)
    await writeFile(join(folder, '_shared.ts'), 'export const x = 2')
    await until('watching', 2)
    await writeFile(join(folder, 'resting.ts'), stated('resting', 'refuted'))
    await until('watching', 3)
    stop.abort()
    expect((await ended).code).toBe(1)
    expect(screen.text().match(/^\d+ claims? of .*(?=:)/gm)).toEqual(
      ['2 claims of 2 theorems, 2 as expected', '1 claim of 1 theorem, 1 as expected',
        '1 claim of 1 theorem, 0 as expected'])
    await rm(folder, { recursive: true })
}, 30_000)
