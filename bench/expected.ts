/**
 * The table of costs that a folder of theorems brings along, so that shards come out even: `tsx bench/expected.ts
 * RECORD.json > theorems/expected.json`, from the record of a whole run at standard effort.
 */
import { costsOfRecord } from '../src/suite/shards/costs.js'
import { readRecord } from '../src/suite/read-record.js'

const rounded = (seconds: number): number => Number(seconds.toPrecision(3))

const { precision, theorems } = costsOfRecord(await readRecord(process.argv[2] ?? ''))
const lines = [...theorems].map(([id, { rest, draws }]) =>
  `    ${JSON.stringify(id)}: ${JSON.stringify({ rest: rounded(rest), draws: draws.map(rounded) })}`)
process.stdout.write(`{\n  "precision": ${precision},\n  "theorems": {\n${lines.join(',\n')}\n  }\n}\n`)
