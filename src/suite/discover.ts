/**
 * Which files below a folder are theorems: every .ts, .js or .mjs, except `sources` (the bibliography) and
 * names that start with "_". The id of a theorem is its path without the extension: nothing registers it.
 */
import { readdir, stat } from 'node:fs/promises'
import { basename, join, relative, resolve, sep } from 'node:path'
import { refuse } from './refusal.js'

export interface TheoremFile {
  /** path below the theorems folder without extension, such as "liu2021/momentum-covariance" */
  readonly id: string
  /** path as a reader knows it, from the working directory */
  readonly file: string
  /** absolute path */
  readonly path: string
  /** size in bytes: a first guess at how long it takes */
  readonly bytes: number
}

const extension = /\.(ts|js|mjs)$/

/** Every theorem file below `folder`, by id. Throws NO_FOLDER and NO_THEOREMS: an empty suite is never green. */
export async function discoverTheorems(folder: string): Promise<TheoremFile[]> {
  const root = resolve(folder)
  const found = (await pathsBelow(root, folder)).filter(isTheorem)
  if (!found.length) refuse('NO_THEOREMS', `no theorem below "${folder}"; assay new ID --theorems ${folder} writes one`)
  const files = await Promise.all(found.map((path) => describe(root, path)))
  return files.sort((a, b) => compare(a.id, b.id) || compare(a.file, b.file))
}

/** The same order on every machine, whatever its locale. */
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

async function pathsBelow(root: string, folder: string): Promise<string[]> {
  try {
    return await readdir(root, { recursive: true, encoding: 'utf8' })
  } catch {
    return refuse('NO_FOLDER', `no folder "${folder}"; name the theorems with --theorems DIR`)
  }
}

function isTheorem(path: string): boolean {
  const hidden = path.split(sep).some((part) => part.startsWith('_') || part.startsWith('.') || part === 'node_modules')
  const name = basename(path)
  return !hidden && extension.test(name) && !name.endsWith('.d.ts') && name.replace(extension, '') !== 'sources'
}

async function describe(root: string, path: string): Promise<TheoremFile> {
  const absolute = join(root, path)
  const id = path.replace(extension, '').split(sep).join('/')
  return { id, path: absolute, file: shown(absolute), bytes: (await stat(absolute)).size }
}

function shown(path: string): string {
  const near = relative(process.cwd(), path)
  return (near.startsWith('..') ? path : near).split(sep).join('/')
}
