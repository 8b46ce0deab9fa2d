/** `assay compare A B`: what became of each claim between two records. */
import type { Command } from 'commander'
import type { Shell } from './shell.js'

export function addCompare(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('compare')
    .description('compare two records that verify --json wrote; exit code 1 if a claim of B is worse than in A')
    .argument('<A>', 'the earlier record')
    .argument('<B>', 'the later record')
    .action(async (a: string, b: string) => end(await compare(a, b, shell)))
}

async function compare(a: string, b: string, { out }: Shell): Promise<number> {
  const [{ readRecord }, { changesBetween }, { changesLines }, { paletteFor }] = await Promise.all([
    import('../suite/read-record.js'), import('../suite/changes.js'), import('../report/changes-text.js'),
    import('../report/palette.js')])
  const changes = changesBetween(await readRecord(a), await readRecord(b))
  out.write(changesLines(changes, paletteFor(out.colour)).map((line) => `${line}\n`).join(''))
  return changes.claims.some(({ regression }) => regression) ? 1 : 0
}
