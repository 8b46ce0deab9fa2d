/** A record of an earlier run, read back: whole, of a schema that is known, and shaped as the contract says. */
import { readFile } from 'node:fs/promises'
import type { SuiteReport } from './events.js'
import { isObject } from './forms.js'
import { refuse } from './refusal.js'
import { isPart } from './shards/part.js'

/** Reads the JSON that `--json` wrote. Throws CANNOT_READ, NOT_JSON, NOT_A_RECORD, WRONG_SCHEMA, naming the file. */
export async function readRecord(file: string): Promise<SuiteReport> {
  const text = await readFile(file, 'utf8')
    .catch(() => refuse('CANNOT_READ', `cannot read "${file}"; name a file that --json wrote`))
  const value = parsed(text, file)
  if (!isObject(value) || !('schema' in value)) return notARecord(file, 'schema')
  if (value.schema !== 1) {
    refuse('WRONG_SCHEMA',
      `"${file}" has schema ${JSON.stringify(value.schema)}, this assay reads schema 1; verify again`)
  }
  const missing = missingIn(value)
  return missing === null ? value as unknown as SuiteReport : notARecord(file, missing)
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return refuse('NOT_JSON', `"${file}" is no whole JSON text, it may have been cut short; verify again`)
  }
}

/** The first field that is not as the contract has it; null where all are. */
function missingIn(value: Record<string, unknown>): string | null {
  const { engine, seed, budget, run, theorems, errors, summary, part } = value
  const sound: readonly (readonly [string, boolean])[] = [
    ['engine', isObject(engine) && typeof engine.version === 'string'],
    ['seed', typeof seed === 'string'],
    ['budget', isObject(budget)],
    ['run', isObject(run) && Array.isArray(run.patterns)],
    ['theorems', Array.isArray(theorems) && theorems.every(isTheoremReport)],
    ['errors', Array.isArray(errors) && errors.every(isObject)],
    ['summary', isObject(summary)],
    ['part', part === undefined || isPart(part)],
  ]
  return sound.find(([, holds]) => !holds)?.[0] ?? null
}

/** Has it the fields of the report of a theorem that readers go by? */
export const isTheoremReport = (one: unknown): one is Readonly<Record<string, unknown>> & Shaped =>
  isObject(one) && typeof one.id === 'string' && Array.isArray(one.claims) && one.claims.every(isClaimReport)

const isClaimReport = (one: unknown): boolean =>
  isObject(one) && typeof one.name === 'string' && typeof one.verdict === 'string' && Array.isArray(one.evidence)

interface Shaped {
  readonly id: string
  readonly claims: readonly { readonly verdict: string }[]
}

const notARecord = (file: string, field: string): never => refuse('NOT_A_RECORD',
  `"${file}" is no record of a run, "${field}" is missing or of another form; name a file that --json wrote`)
