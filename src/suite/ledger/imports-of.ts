/** A module and all that it imports by relative paths, as texts: what a theorem module says depends on nothing else. */
import { readFile } from 'node:fs/promises'
import { dirname, relative, resolve, sep } from 'node:path'
import { compare } from '../discover.js'

/** Pairs of path, relative to the first module, and text, in the order of paths; a file that is missing has no text. */
export async function textsOf(path: string): Promise<readonly (readonly [string, string])[]> {
  const texts = new Map<string, string>()
  const waiting = [resolve(path)]
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (texts.has(next)) continue
    const text = await textAt(next)
    texts.set(next, text ?? '')
    for (const specifier of relativeImports(text ?? '')) waiting.push(await fileOf(resolve(dirname(next), specifier)))
  }
  const named = [...texts].map(([file, text]) => [relative(dirname(path), file).split(sep).join('/'), text] as const)
  return named.sort(([a], [b]) => compare(a, b))
}

/** Specifiers that begin with a dot, of imports of every form. */
export const relativeImports = (text: string): string[] =>
  [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*(['"`])(\.[^'"`]*)\1/g)].map((found) => found[2]!)

const endings: readonly (readonly [RegExp, string])[] =
  [[/$/, ''], [/\.js$/, '.ts'], [/\.mjs$/, '.mts'], [/$/, '.ts'], [/$/, '.js']]

// an import may name the file that a compiler would write
async function fileOf(path: string): Promise<string> {
  for (const [ending, instead] of endings) {
    const candidate = path.replace(ending, instead)
    if (await textAt(candidate) !== null) return candidate
  }
  return path
}

const textAt = (path: string): Promise<string | null> => readFile(path, 'utf8').catch(() => null)
