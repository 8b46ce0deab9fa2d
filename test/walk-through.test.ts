/** README's five minutes, from an empty folder with the packed tarball to a verified theorem; no network is asked. */
import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import packageJson from '../package.json' with { type: 'json' }

const root = join(import.meta.dirname, '..')
const readme = await readFile(join(root, 'README.md'), 'utf8')
const blocks = [...readme.matchAll(/^```(\w+) (install|walk)(?:=(\S+))?\n([^]*?)^```$/gm)]
  .map(([, language, mark, file, text]) => ({ language: language!, mark: mark!, file, text: text! }))
const commands = (mark: string): string[] => blocks.filter((block) => block.language === 'sh' && block.mark === mark)
  .flatMap(({ text }) => text.trim().split('\n')).map((line) => line.replace(/\s+#.*$/, ''))
const theorem = blocks.find(({ file }) => file)!

let folder = ''
let packed: string[] = []
interface Ran { readonly code: number; readonly out: string }
const execute = (command: string, args: readonly string[], cwd = folder): Promise<Ran> =>
  new Promise((resolve) => execFile(command, args, { cwd, env: { ...process.env, CI: '', GITHUB_ACTIONS: '' } },
    (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, out: `${stdout}${stderr}` })))

/** A clean build of the sources in a folder of its own, packed as npm would; the work tree is left as it is. */
async function pack(): Promise<string> {
  const build = await mkdtemp(join(root, '.assay', 'pack-'))
  for (const name of await readdir(root)) {
    if (!['.git', '.assay', 'dist', 'node_modules'].includes(name)) {
      await cp(join(root, name), join(build, name), { recursive: true })
    }
  }
  await execute(process.execPath,
    [join(root, 'node_modules/typescript/bin/tsc'), '-p', 'tsconfig.build.json', '--outDir', join(build, 'dist')], root)
  const { out } = await execute('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], build)
  await rm(build, { recursive: true })
  const [{ filename, files }] =
    JSON.parse(out.slice(out.indexOf('['))) as [{ filename: string; files: { path: string }[] }]
  packed = files.map(({ path }) => path)
  return join(folder, filename)
}

/**
 * What npm install does, with the packages that are here: the tarball unpacked, its dependencies linked, its command.
 */
async function install(tarball: string): Promise<Ran> {
  const modules = join(folder, 'node_modules')
  await mkdir(join(modules, '.bin'), { recursive: true })
  await mkdir(join(modules, 'assay'))
  await execute('tar', ['-xzf', tarball, '-C', join(modules, 'assay'), '--strip-components=1'])
  for (const name of await readdir(join(root, 'node_modules'))) {
    if (!name.startsWith('.')) await symlink(join(root, 'node_modules', name), join(modules, name))
  }
  await symlink(`../assay/${packageJson.bin.assay}`, join(modules, '.bin/assay'))
  return execute('chmod', ['+x', join(modules, 'assay', packageJson.bin.assay)])
}

beforeAll(async () => {
  await mkdir(join(root, '.assay'), { recursive: true })
  folder = join(await mkdtemp(join(tmpdir(), 'assay-')), 'walk')
  await mkdir(folder)
  const tarball = await pack()
  for (const command of commands('install')) {
    const { code, out } = command.startsWith('npm install')
      ? await install(tarball) : await execute('sh', ['-ec', command])
    if (code) throw new Error(`${command}: ${out}`)
  }
}, 120_000)
afterAll(() => rm(dirname(folder), { recursive: true }))

test('the tarball that README installs is the one that npm makes', () => {
  expect(commands('install')).toContain(`npm install ./assay-${packageJson.version}.tgz`)
})

test('the tarball holds the compiled package, the theorems and what a reader needs, and nothing of the workshop',
  () => {
    for (const file of [
      'dist/cli/main.js', 'dist/index.d.ts', 'dist/suite/worker.js', 'theorems/sources.ts', 'README.md', 'LICENSE',
      'CHANGELOG.md',
    ]) {
      expect(packed).toContain(file)
    }
    const kept = /^(dist|assets|theorems|docs)\/|^(README|LICENSE|CHANGELOG|CITATION|CONTRIBUTING|package|action)[^/]*$/
    expect(packed.filter((path) => !kept.test(path))).toEqual([])
})

describe('the walk', () => {
  test('what assay new wrote verifies as it stands', async () => {
    const { code, out } = await execute('npx', ['assay', 'verify', '--effort', '0.05', '--no-misprints'])
    expect({ code, out })
      .toMatchObject({ code: 0, out: expect.stringContaining('every claim came out as expected') as string })
  }, 60_000)

  test('the theorem of README is checked, derived, verified and typeset by the commands beside it', async () => {
    await mkdir(dirname(join(folder, theorem.file!)), { recursive: true })
    await writeFile(join(folder, theorem.file!), theorem.text)
    const outs: string[] = []
    for (const command of commands('walk')) {
      const { code, out } = await execute('sh', ['-ec', command])
      expect({ command, code, out }).toEqual({ command, code: 0, out: expect.any(String) as string })
      outs.push(out)
    }
    const all = outs.join('\n')
    for (const part of ['✓ evidence: moments, simulated', 'Sigma (D = 1) = ', '✓ closedForm  proved',
      '✓ unchanged   refuted as expected', 'every claim came out as expected', '\\Sigma = \\lambda C']) {
      expect(all).toContain(part)
    }
  }, 120_000)

  test('the compiler accepts it, and marks a misspelt symbol at its line', async () => {
    const tsc = ['node_modules/typescript/bin/tsc', '--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext',
      '--target', 'es2022']
    await writeFile(join(folder, 'theorems/right.ts'), theorem.text)
    await writeFile(join(folder, 'theorems/wrong.ts'), theorem.text.replace('inv(H * (2', 'inv(J * (2'))
    expect(await execute(process.execPath, [...tsc, 'theorems/right.ts'])).toEqual({ code: 0, out: '' })
    const { out } = await execute(process.execPath, [...tsc, 'theorems/wrong.ts'])
    const line = theorem.text.split('\n').findIndex((text) => text.includes('inv(H * (2')) + 1
    expect(out).toContain(`theorems/wrong.ts(${line},`)
    expect(out).toContain('is not a symbol of this theorem')
  }, 60_000)
})
