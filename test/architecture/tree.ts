/** The files of a source tree, with their text and what they import. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, posix } from 'node:path'

export interface SourceFile {
  /** path below the tree: "suite/pool.ts" */
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

export interface Import {
  /** as written: "./pool.js", "mathjs" */
  readonly specifier: string
  /** does it disappear when compiled, or wait until it is asked for? */
  readonly lazy: boolean
}

/** Every .ts file below a folder, in order of path; none where there is no such folder. */
export function readTree(root: string): SourceFile[] {
  if (!existsSync(root)) return []
  const paths = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts')).sort()
  return paths.map((path) => {
    const text = readFileSync(join(root, path), 'utf8')
    return { path, text, imports: importsOf(text) }
  })
}

const statement = /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|^import\s+'([^']+)'/gm

/** Static imports and re-exports, dynamic imports, and types that name a module. */
export function importsOf(text: string): Import[] {
  const fixed =
    [...text.matchAll(statement)].map(([, type, from, bare]) => ({ specifier: (from ?? bare)!, lazy: Boolean(type) }))
  const dynamic =
    [...text.matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, specifier]) => ({ specifier: specifier!, lazy: true }))
  return [...fixed, ...dynamic]
}

export const isRelative = ({ specifier }: Import): boolean => specifier.startsWith('.')

/** The path, below the tree, of the file that a relative import means. */
export const targetOf = (file: SourceFile, { specifier }: Import): string =>
  posix.join(dirname(file.path), specifier).replace(/\.js$/, '.ts')

/** The package of an import: "@scope/name", "mathjs", "node:fs". */
export const packageOf = ({ specifier }: Import): string =>
  specifier.split('/').slice(0, specifier.startsWith('@') ? 2 : 1).join('/')
