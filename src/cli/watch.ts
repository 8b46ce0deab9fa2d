/** `assay verify --watch`: after each save, the theorems that rest on what was saved are verified again. */
import { watch } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Shell } from './shell.js'

/** An editor writes a file in several steps; saves this close together are one. */
const QUIET_MILLISECONDS = 150

/** Runs `verify` with the ids that a save affects, again and again until the signal. */
export async function watchSaves(
  folder: string, signal: AbortSignal, { out }: Shell, verify: (among: ReadonlySet<string>) => Promise<unknown>,
): Promise<void> {
  const [{ readImports, affectedBy }, { discoverTheorems }] = await Promise.all([
    import('../suite/affected.js'), import('../suite/discover.js')])
  const say = (): void =>
    out.write(`\nwatching ${folder}: save a module and what rests on it is verified; Ctrl-C ends\n`)
  say()
  for await (const saved of saves(resolve(folder), signal)) {
    const affected = affectedBy(saved, await readImports(folder))
    const ids = (await discoverTheorems(folder)).filter(({ path }) => affected.has(path)).map(({ id }) => id)
    if (!ids.length) continue
    await verify(new Set(ids))
    if (!signal.aborted) say()
  }
}

/** Sets of absolute paths that were saved together; ends with the signal. */
async function* saves(folder: string, signal: AbortSignal): AsyncGenerator<ReadonlySet<string>> {
  const waiting = new Set<string>()
  let wake = (): void => {}
  const listening = listen(folder, signal, (path) => { waiting.add(path); wake() })
  while (!signal.aborted) {
    if (!waiting.size) await Promise.race([listening, new Promise<void>((resume) => { wake = resume })])
    await new Promise((resume) => setTimeout(resume, QUIET_MILLISECONDS))
    const saved = new Set(waiting)
    waiting.clear()
    if (saved.size && !signal.aborted) yield saved
  }
  await listening
}

async function listen(folder: string, signal: AbortSignal, heard: (path: string) => void): Promise<void> {
  try {
    for await (const { filename } of watch(folder, { recursive: true, signal })) {
      if (filename) heard(resolve(folder, filename))
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
