/** The theorem modules of this package as they are on disk, for tests that compare texts with them. */
import { join } from 'node:path'
import { discoverTheorems } from '../src/suite/discover.js'
import type { Theorem } from '../src/theorem/define.js'

export const theoremsFolder = join(import.meta.dirname, '../theorems')

/** Every theorem with the path of its module. */
export async function theoremModules(): Promise<{ readonly path: string; readonly theorem: Theorem }[]> {
  const files = await discoverTheorems(theoremsFolder)
  return Promise.all(files.map(async ({ path }) =>
    ({ path, theorem: (await import(/* @vite-ignore */ path) as { default: Theorem }).default })))
}
