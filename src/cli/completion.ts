/**
 * `assay completion bash|zsh|fish`: a completion script made from the commands themselves; `ids` lists what they
 * complete.
 */
import type { Command } from 'commander'
import { refuse } from '../suite/refusal.js'
import type { CommandWords } from './completion-scripts.js'
import type { Shell } from './shell.js'

export function addCompletion(program: Command, shell: Shell): void {
  program.command('completion')
    .description('print a completion script: commands, options, and the ids of the theorems')
    .argument('<SHELL>', 'bash, zsh or fish; ids lists the ids alone')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (name: string, { theorems }: { theorems: string }) => {
      if (name === 'ids') return shell.out.write(await idLines(theorems))
      const { completionScripts } = await import('./completion-scripts.js')
      const known = Object.entries(completionScripts).find(([one]) => one === name)
      if (!known) refuse('BAD_SHELL', `"${name}" is no shell that is known; write bash, zsh or fish`)
      shell.out.write(known[1](wordsOf(program)))
    })
}

async function idLines(folder: string): Promise<string> {
  const { discoverTheorems } = await import('../suite/discover.js')
  return (await discoverTheorems(folder)).map(({ id }) => `${id}\n`).join('')
}

/** The words of every command that help shows. */
const wordsOf = (program: Command): CommandWords[] => program.createHelp().visibleCommands(program)
  .filter((command) => command.name() !== 'help').map((command) => ({
    name: command.name(),
    description: command.description(),
    takesIds: command.registeredArguments.some((argument) => /ID|PATTERN/.test(argument.name())),
    options: command.options.map(({ long, description, required, argChoices }) =>
      ({ flag: long ?? '', description, takesValue: required, values: argChoices ?? valuesIn(description) })),
  }))

/** "quick, standard, deep, or a multiplier": the words before the free text. */
const valuesIn = (description: string): readonly string[] =>
  /^((?:[a-z]+, )+[a-z]+)\b/.exec(description)?.[1]?.split(', ').filter((word) => word !== 'or') ?? []
