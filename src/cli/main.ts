#!/usr/bin/env node
/** The command `assay`: arguments in, text and one exit code out. */
import { runCommand } from './program.js'
import { processShell } from './shell.js'

// whoever reads our output may stop reading, as head does
process.stdout.on('error', () => process.exit(2))
process.exitCode = await runCommand(process.argv.slice(2), processShell())
