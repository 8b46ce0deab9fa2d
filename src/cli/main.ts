#!/usr/bin/env node
/** The command `assay`: arguments in, text and one exit code out. */
import { runCommand } from './program.js'
import { processShell } from './shell.js'

process.exitCode = await runCommand(process.argv.slice(2), processShell())
