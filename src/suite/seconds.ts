/** How long each theorem took the last time: only the order of starting and the time left depend on it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { RunReport } from '../verify/evidence.js'

const file = '.assay/seconds.json'

/** Seconds by file; empty where nothing readable was left behind. */
export async function readSeconds(): Promise<Map<string, number>> {
  try {
    const entries = Object.entries(JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>)
    return new Map(entries.filter((entry): entry is [string, number] => typeof entry[1] === 'number'))
  } catch {
    return new Map()
  }
}

/** Remembers a run; a folder that cannot be written is no reason to fail. */
export async function writeSeconds({ theorems }: Pick<RunReport, 'theorems'>): Promise<void> {
  const known = await readSeconds()
  for (const { file, seconds } of theorems) known.set(file, seconds)
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, JSON.stringify(Object.fromEntries(known)))
  } catch {}
}
