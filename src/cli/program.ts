/** All commands under one name. Whatever goes wrong in the asking is one lower-case message and exit code 2. */
import { Command, CommanderError } from 'commander'
import { engine } from '../suite/engine.js'
import { isRefusal } from '../suite/refusal.js'
import { addCheck } from './check.js'
import { addCompare } from './compare.js'
import { addCompletion } from './completion.js'
import { addDerive } from './derive.js'
import { examplesText } from './examples.js'
import { addList } from './list.js'
import { addMerge } from './merge.js'
import { addNew } from './new.js'
import { addReplay } from './replay.js'
import { addReport } from './report.js'
import { addShow } from './show.js'
import type { Shell } from './shell.js'
import { addVerify } from './verify.js'
import { addWorker } from './worker.js'

/** Adds one command to the program; its action reports its exit code with `end`. */
export type AddCommand = (program: Command, shell: Shell, end: (code: number) => void) => void

const commands: readonly AddCommand[] = [
  addVerify, addCheck, addList, addShow, addDerive, addReplay, addNew, addMerge, addCompare, addWorker, addReport,
  addCompletion,
]

const usage = 2

/** Runs one command line and returns its exit code; never rejects. */
export async function runCommand(args: readonly string[], shell: Shell): Promise<number> {
  let exit = 0
  const program = createProgram(shell)
  for (const add of commands) add(program, shell, (code) => { exit = code })
  for (const command of program.commands) command.addHelpText('after', examplesText(command.name()))
  try {
    await program.parseAsync(args.length ? [...args] : ['--help'], { from: 'user' })
    return exit
  } catch (error) {
    return codeOf(error, shell)
  }
}

function createProgram({ out, error }: Shell): Command {
  return new Command('assay')
    .description('proves, simulates and attacks theorems of stochastic optimisation')
    .version(engine().version)
    .exitOverride()
    .configureOutput({
      writeOut: out.write,
      writeErr: error.write,
      outputError: (text, write) => write(text.replace(/^error: /, 'assay: ')),
    })
    .addHelpText('after', `\n${exitCodes}`)
}

const exitCodes = 'exit codes: 0 every claim as expected, 1 some claim not, 2 usage error or ill-stated module,\n'
  + '            3 something undecided or invalid, 130 interrupted'

// commander has told its own errors already; help and version are no errors
function codeOf(error: unknown, shell: Shell): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : usage
  shell.error.write(`assay: ${isRefusal(error) ? error.message : `unexpected ${traceOf(error)}`}\n`)
  return usage
}

const traceOf = (error: unknown): string => (error instanceof Error ? error.stack ?? error.message : String(error))
