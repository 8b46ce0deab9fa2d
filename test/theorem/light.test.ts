import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

/** Packages that a module loads at once, through all its imports of values. */
function packagesOf(file: string, seen = new Set<string>(), found = new Set<string>()): Set<string> {
  if (seen.has(file)) return found
  seen.add(file)
  const text = readFileSync(file, 'utf8')
  for (const [, clause, from] of text.matchAll(/^(?:import|export)\s+([^'";]*?)\s*from '([^']+)'/gms)) {
    if (clause!.startsWith('type ')) continue
    if (from!.startsWith('.')) packagesOf(join(dirname(file), from!.replace(/\.js$/, '.ts')), seen, found)
    else found.add(from!)
  }
  return found
}

test('what an author imports loads no package: theorems can be listed without parser or fast-check', () => {
  expect([...packagesOf(join(import.meta.dirname, '../../src/index.ts'))]).toEqual([])
})
