/** Which theorems rest on a file: those that import it, themselves or through others below the folder. */
import { readdir, readFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'

/** Modules below a folder, absolute path -> absolute paths without extension that it imports. */
export type Imports = ReadonlyMap<string, readonly string[]>

const extension = /\.(ts|js|mjs)$/
const bare = (path: string): string => path.replace(extension, '')

/** Reads what every module imports, as text: nothing is loaded, so a broken module is no obstacle. */
export async function readImports(folder: string): Promise<Imports> {
  const names = await readdir(folder, { recursive: true, encoding: 'utf8' })
  const paths = names.filter((name) => extension.test(name)).map((name) => resolve(folder, name))
  return new Map(await Promise.all(paths.map(async (path) =>
    [path, importedBy(await readFile(path, 'utf8').catch(() => ''), path)] as const)))
}

const importedBy = (text: string, path: string): readonly string[] =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*['"](\.[^'"]+)['"]/g)].map(([, name]) => bare(join(dirname(path), name!)))

/** The paths that rest on any of the changed ones, these included. */
export function affectedBy(changed: Iterable<string>, imports: Imports): ReadonlySet<string> {
  const found = new Set(changed)
  const names = new Set([...found].map(bare))
  for (let size = -1; size !== found.size;) {
    size = found.size
    for (const [path, below] of imports) {
      if (found.has(path) || !below.some((name) => names.has(name))) continue
      found.add(path)
      names.add(bare(path))
    }
  }
  return found
}
