/** `assay derive ID`: the closed forms that the moment engine finds by itself. */
import type { Command } from 'commander'
import type { Shell } from './shell.js'
import { tellLines } from './tell-lines.js'

export function addDerive(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('derive')
    .description('derive closed forms of what a theorem measures from the text of its algorithm')
    .argument('<ID>')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (id: string, { theorems }: { theorems: string }) =>
      end(await tellLines(theorems, id, 'suite/jobs/derive', shell)))
}
