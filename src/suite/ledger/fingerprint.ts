/**
 * SHA-256 of all that decides what becomes of a theorem, apart from the conditions of the run: the module with its
 * relative imports, the code of this package except for how it reports, its dependencies, and Node's version.
 */
import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { textsOf } from './imports-of.js'

/** 64 hexadecimal digits; equal for equal texts in any folder and on any machine. */
export async function fingerprintOf(path: string): Promise<string> {
  const hash = createHash('sha256').update(await engineFingerprint())
  for (const [name, text] of await textsOf(path)) hash.update(`${name}\0${text}\0`)
  return hash.digest('hex')
}

/** One fingerprint of many theorems together, in their order. */
export async function textsFingerprint(theorems: readonly { readonly path: string }[]): Promise<string> {
  const hash = createHash('sha256')
  for (const { path } of theorems) hash.update(await fingerprintOf(path))
  return hash.digest('hex')
}

let engine: Promise<string> | undefined
/** Of what decides, apart from the module. */
export const engineFingerprint = (): Promise<string> => engine ??= hashOfEngine()

async function hashOfEngine(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url))
  const hash = createHash('sha256').update(process.versions.node)
  const names = (await readdir(root, { recursive: true })).filter(decides).sort()
  for (const name of ['../package.json', ...names]) hash.update(await readFile(join(root, name)))
  return hash.digest('hex')
}

/** Reports and commands say what was decided; they decide nothing. */
const decides = (name: string): boolean =>
  /\.(ts|js|wasm)$/.test(name) && !name.endsWith('.d.ts') && !['report', 'cli'].includes(name.split(sep)[0]!)
