/** The command line in a process of its own, with a job that costs nothing. */
import { runCommand } from '../../src/cli/program.js'
import { processShell } from '../../src/cli/shell.js'

const job = new URL(`../suite/jobs/fake${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url).href
process.exitCode = await runCommand(process.argv.slice(2), { ...processShell(), job })
