/** `assay new ID`: writes a theorem module to start from. */
import type { Command } from 'commander'
import { refuse } from '../suite/refusal.js'
import type { Shell } from './shell.js'

export function addNew(program: Command, shell: Shell): void {
  program.command('new')
    .description('write a theorem module to start from, such as: assay new liu2021/momentum-covariance')
    .argument('<ID>', 'path of the module below the folder, without extension')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (id: string, flags: { theorems: string }) => {
      if (!/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(id) || /(^|\/)sources$/.test(id)) {
        refuse('BAD_ID', `"${id}" is no id; write lower-case words joined by - and /, such as liu2021/covariance`)
      }
      const { writeNewTheorem } = await import('./new-theorem.js')
      const written = await writeNewTheorem(id, flags.theorems)
      shell.out.write(`wrote ${written}\nnext: assay verify ${id} --theorems ${flags.theorems}\n`)
    })
}
