/** Which assay and which Node produced a record. */
import { readFileSync } from 'node:fs'

/** Version of this package, from its package.json, and of Node. */
export function engine(): { version: string; node: string } {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { version: string }
  return { version, node: process.versions.node }
}
