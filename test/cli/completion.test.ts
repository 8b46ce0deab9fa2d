/** Completion scripts offer what the program knows; bash is asked itself. Examples of the help are command lines. */
import { execFile, execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { examples } from '../../src/cli/examples.js'
import { run } from './fake-shell.js'

const commands = async (): Promise<string[]> =>
  [...(await run('--help')).out.matchAll(/^ {2}(\w+) (?:\[|<)/gm)]
    .map(([, name]) => name!).filter((name) => name !== 'help')
const scripts = ['bash', 'zsh', 'fish'] as const

test.each(scripts)('the script of %s has every command, and every option of each', async (shell) => {
  const { out } = await run(`completion ${shell}`)
  for (const name of await commands()) {
    expect(out).toContain(name)
    const flags = [...(await run(`${name} --help`)).out.matchAll(/^ {2}--([\w-]+)/gm)].map(([, flag]) => flag!)
    const offered = out.split('\n').filter((line) => line.includes(name)).join('\n')
    expect(flags.filter((flag) => !new RegExp(`(--|-l )${flag}\\b`).test(offered))).toEqual([])
  }
})

const isThere = (shell: string): boolean => {
  try { execFileSync('sh', ['-c', `command -v ${shell}`]); return true } catch { return false }
}
test.each(scripts.filter(isThere))('%s reads its script without complaint', async (shell) => {
  const { out } = await run(`completion ${shell}`)
  expect(execFileSync(shell, ['-n'], { input: out, encoding: 'utf8' })).toBe('')
})

describe('bash', () => {
  const completed = async (line: string): Promise<string[]> => {
    const { out } = await run('completion bash')
    const words = line.split(' ')
    const script = `${out}\nassay() { printf 'liu2021/covariance\\nmori2022/escape-rate\\n'; `
      + `}\nCOMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')})\n`
        + `COMP_CWORD=${words.length - 1}\n_assay\nprintf '%s\\n' "\${COMPREPLY[@]}"`
    return new Promise((resolve, reject) => {
      execFile('bash', ['-c', script],
        (error, text) => (error ? reject(error) : resolve(text.split('\n').filter(Boolean))))
    })
  }
  test.each([
    ['assay ver', ['verify']], ['assay verify --eff', ['--effort']],
    ['assay verify --effort ', ['quick', 'standard', 'deep']],
    ['assay show li', ['liu2021/covariance']], ['assay verify --json ', []],
    ['assay new x --from m', ['momentum', 'minibatch']],
  ])('"%s" is completed to %j', async (line, words) => expect(await completed(line)).toEqual(words))
})

test('ids are those of the folder, ill-stated modules too, for nothing is loaded', async () => {
  expect((await run('completion ids --theorems test/cli/theorems')).out.trim().split('\n'))
    .toEqual(['fine', 'mixed/contrary', 'mixed/ill', 'mixed/open'])
})

test('every command has examples in its help, and each names an option that there is', async () => {
  for (const name of await commands()) {
    const { out } = await run(`${name} --help`)
    expect(out).toContain('Examples:\n')
    for (const [line] of examples[name]!) {
      expect(out).toContain(line)
      expect(line.split(' ').slice(0, 2)).toEqual(['assay', name])
      expect([...line.matchAll(/--[\w-]+/g)]
        .map(([flag]) => flag).filter((flag) => !out.includes(`  ${flag} `) && !out.includes(`  ${flag}\n`)))
        .toEqual([])
    }
  }
})
