/** `assay derive ID`: the closed forms that the moment engine finds by itself. */
import type { Command } from 'commander'
import { readOneCard } from './one-card.js'
import type { Shell } from './shell.js'
import { tellFaults } from './tell-faults.js'

export function addDerive(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('derive')
    .description('derive closed forms of what a theorem measures from the text of its algorithm')
    .argument('<ID>')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (id: string, flags: { theorems: string }) => {
      if (!await readOneCard(id, flags.theorems, shell)) return end(2)
      const { deriveOne } = await import('../suite/derive-one.js')
      const { result, faults } = await deriveOne(flags.theorems, id)
      for (const line of result ?? []) shell.out.write(`${line}\n`)
      end(tellFaults(faults, shell))
    })
}
