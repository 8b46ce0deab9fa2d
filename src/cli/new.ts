/** `assay new ID`: writes a theorem module to start from; on a terminal it asks for what was not said. */
import type { Command } from 'commander'
import { refuse } from '../suite/refusal.js'
import type { Shell } from './shell.js'
import { type Algorithm, algorithms, startingPoints } from './starting-points.js'

interface NewFlags {
  readonly from?: Algorithm
  readonly title?: string
  readonly theorems: string
}

export function addNew(program: Command, shell: Shell): void {
  program.command('new')
    .description('write a theorem module to start from, which verifies as it stands')
    .argument('<ID>', 'path of the module below the folder, without extension')
    .option('--from <algorithm>', `${algorithms.join(', ')} (default: sgd)`, readAlgorithm)
    .option('--title <text>', 'the result in a few words')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (id: string, flags: NewFlags) => {
      if (!/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)*$/.test(id) || /(^|\/)sources$/.test(id)) {
        refuse('BAD_ID', `"${id}" is no id; write lower-case words joined by - and /, such as liu2021/covariance`)
      }
      const { freeFile, writeNewTheorem } = await import('./new-theorem.js')
      const file = await freeFile(id, flags.theorems)
      const algorithm = flags.from ?? await askAlgorithm(shell)
      const usual = startingPoints[algorithm].title
      const title = flags.title ?? ((await shell.ask?.(`title [${usual}]: `))?.trim() || usual)
      await writeNewTheorem(id, file, { algorithm, title })
      const where = flags.theorems === 'theorems' ? '' : ` --theorems ${flags.theorems}`
      shell.out.write(`wrote ${file}\nnext: assay check ${id}${where}\n      assay verify ${id}${where}\n`)
    })
}

function readAlgorithm(text: string): Algorithm {
  const known: readonly string[] = algorithms
  return known.includes(text) ? text as Algorithm
    : refuse('BAD_ALGORITHM', `--from "${text}" is no algorithm to start from; write ${algorithms.join(', ')}`)
}

async function askAlgorithm({ ask }: Shell): Promise<Algorithm> {
  const answer = (await ask?.(`algorithm, one of ${algorithms.join(', ')} [sgd]: `))?.trim()
  return answer ? readAlgorithm(answer) : 'sgd'
}
