/** `assay list`: every theorem with its title, source and number of claims. */
import type { Command } from 'commander'
import { count } from '../report/count.js'
import { folded } from '../report/fitted.js'
import type { TheoremCard } from '../suite/card.js'
import type { Shell } from './shell.js'
import { tellFaults } from './tell-faults.js'

export function addList(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('list')
    .description('list the theorems')
    .argument('[PATTERN...]')
    .option('--json', 'as JSON, with every claim')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (patterns: string[], flags: { json?: true; theorems: string }) => {
      const { readCards } = await import('../suite/cards.js')
      const { cards, faults } = await readCards(flags.theorems, { patterns })
      const record = { schema: 1, theorems: cards, errors: faults }
      shell.out.write(flags.json ? `${JSON.stringify(record, null, 2)}\n` : listText(cards, shell.out.columns))
      end(tellFaults(faults, shell))
    })
}

function listText(cards: readonly TheoremCard[], columns: number): string {
  const width = Math.max(0, ...cards.map(({ id }) => id.length))
  return cards.map(({ id, title, source, claims }) =>
    `${folded(`${id.padEnd(width)}  ${title} (${source.key}, ${source.at}; ${count(claims.length, 'claim')})`,
      columns, width + 2).join('\n')}\n`).join('')
}
