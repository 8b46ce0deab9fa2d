/** A file is written whole or not at all: under another name first, then renamed into its place. */
import { access, constants, mkdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { refuse } from '../suite/refusal.js'

/** Makes the folder of a file and refuses a place that cannot be written, before hours of work depend on it. */
export async function prepareFile(file: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await access(dirname(file), constants.W_OK)
  } catch {
    refuse('CANNOT_WRITE', `cannot write "${file}"; name a file in a folder of yours`)
  }
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory()) refuse('CANNOT_WRITE', `cannot write "${file}", it is a folder; name a file`)
}

/** Writes a file whole; on failure the old one stays. */
export async function writeWhole(file: string, text: string): Promise<void> {
  const draft = `${file}.${process.pid}.part`
  await mkdir(dirname(file), { recursive: true })
  try {
    await writeFile(draft, text)
    await rename(draft, file)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
