/** Wall time of the whole suite at a quick look, as built. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SuiteReport } from '../src/suite/events.js'
import type { Fact } from './fact.js'

/** None where nothing is built. */
export function suiteFacts(): readonly Fact[] {
  if (!existsSync('dist/cli/main.js')) return []
  const file = join(mkdtempSync(join(tmpdir(), 'assay-bench-')), 'record.json')
  spawnSync(process.execPath, ['dist/cli/main.js', 'verify', '--effort', 'quick', '--json', file], { stdio: 'ignore' })
  const { summary } = JSON.parse(readFileSync(file, 'utf8')) as SuiteReport
  const name = `verify --effort quick, ${summary.theorems} theorems, ${summary.claims} claims`
  return [{ name, value: summary.seconds, unit: 's' }]
}
