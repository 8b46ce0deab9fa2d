/**
 * `assay check FILE|ID`: what is wrong with a module, at its place, and how each claim was read; nothing is verified.
 */
import type { Command } from 'commander'
import type { Shell } from './shell.js'
import { tellLines } from './tell-lines.js'

export function addCheck(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('check')
    .description(
      'check one module at once: names, shapes, domains, how each claim was read, which evidence is possible',
    )
    .argument('<FILE|ID>', 'path of a module, or id of a theorem')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (name: string, flags: { theorems: string }) => {
      const { placeOf } = await import('../suite/place-of.js')
      const { id, folder } = await placeOf(name, flags.theorems)
      end(await tellLines(folder, id, 'cli/check-job', shell))
    })
}
