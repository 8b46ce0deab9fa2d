/** Which assay and which Node produced a record. */
import { readFileSync } from 'node:fs'

/** Version of this package, from its package.json, and of Node. */
export function engine(): { version: string; node: string } {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
  return { version, node: process.versions.node }
}
