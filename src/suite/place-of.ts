/** Which theorem is meant by a path or an id, and in which folder of theorems it stands. */
import { readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, relative, resolve, sep } from 'node:path'

export interface Place {
  readonly id: string
  /** the folder below which the id is the path of the module */
  readonly folder: string
}

const extension = /\.(ts|js|mjs)$/

/** A file is a theorem of `folder` where it is inside, otherwise of the folder that the id in its text implies. */
export async function placeOf(name: string, folder: string): Promise<Place> {
  const isFile = extension.test(name) && await stat(name).then((found) => found.isFile(), () => false)
  if (!isFile) return { id: name.replace(extension, ''), folder }
  const path = resolve(name).replace(extension, '').split(sep).join('/')
  const inside = relative(resolve(folder), path).split(sep).join('/')
  if (!inside.startsWith('..') && !isAbsolute(inside)) return { id: inside, folder }
  const [, id = ''] = /\bid:\s*['"`]([^'"`]+)['"`]/.exec(await readFile(name, 'utf8')) ?? []
  return id && path.endsWith(`/${id}`) ? { id, folder: path.slice(0, -id.length - 1) }
    : { id: path.slice(path.lastIndexOf('/') + 1), folder: dirname(path) }
}
