/** A run with a ledger, to be killed: theorems of a folder, at no cost but a moment each. */
import { runCommand } from '../../src/cli/program.js'
import { processShell } from '../../src/cli/shell.js'

const job = new URL('../suite/jobs/fake.ts', import.meta.url).href
const [folder = '', json = ''] = process.argv.slice(2)
const args =
  ['verify', '--theorems', `${folder}/theorems`, '--threads', '2', '--ledger', `${folder}/ledger.jsonl`, '--json', json]
process.exitCode = await runCommand(args, { ...processShell(), job })
