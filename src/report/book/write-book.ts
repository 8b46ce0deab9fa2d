/**
 * A book on disk: written whole beside its place, then put there; only an empty folder or an older book is replaced.
 */
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { SuiteReport } from '../../suite/events.js'
import { refuse } from '../../suite/refusal.js'
import { bookFiles } from './book.js'
import { indexPath } from './paths.js'

/** Refuses a place that is no folder, or one with files that are not a book's. Throws CANNOT_WRITE. */
export async function prepareBook(folder: string): Promise<void> {
  const there = await readdir(folder).catch((error: NodeJS.ErrnoException): string[] =>
    (error.code === 'ENOENT' ? [] : cannot(folder, 'is no folder')))
  if (there.length === 0) return
  const assets = await readdir(join(folder, dirname(indexPath))).catch((): string[] => [])
  if (!assets.includes('search-index.js')) cannot(folder, 'has other files')
}

/** Writes the book of a record into a folder, which is then all of it. Throws CANNOT_WRITE. */
export async function writeBook(report: SuiteReport, folder: string): Promise<void> {
  await prepareBook(folder)
  const place = resolve(folder)
  const draft = `${place}.${process.pid}.part`
  try {
    for (const [path, text] of await bookFiles(report)) {
      await mkdir(dirname(join(draft, path)), { recursive: true })
      await writeFile(join(draft, path), text)
    }
    await rm(place, { recursive: true, force: true })
    await rename(draft, place)
  } catch (error) {
    await rm(draft, { recursive: true, force: true })
    throw error
  }
}

const cannot = (folder: string, why: string): never =>
  refuse('CANNOT_WRITE', `cannot write a book to "${folder}", it ${why}; name a new folder`)
