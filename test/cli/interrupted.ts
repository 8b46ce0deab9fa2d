/** A run that never ends by itself: one theorem ends, the next waits for ever. */
import { runCommand } from '../../src/cli/program.js'
import { processShell } from '../../src/cli/shell.js'

const job = new URL('./stuck-job.ts', import.meta.url).href
const args = ['verify', '--theorems', 'test/cli/theorems', '--threads', '4', '--json', process.argv[2] ?? '']
process.exitCode = await runCommand(args, { ...processShell(), job })
