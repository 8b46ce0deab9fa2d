/** `assay derive ID`: the closed forms that the moment engine finds by itself, and shorter ones where there are any. */
import type { Command } from 'commander'
import type { Limits } from '../suite/limits.js'
import type { Outcome } from '../suite/messages.js'
import type { Shell } from './shell.js'
import { tellFaults } from './tell-faults.js'

interface DeriveFlags {
  readonly theorems: string
  readonly shorter: boolean
}

/** Seconds after which the package is ended, whatever it is doing. */
const SECONDS = 15

export function addDerive(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('derive')
    .description('derive closed forms of what a theorem measures from the text of its algorithm')
    .argument('<ID>')
    .option('--no-shorter', 'do not look for shorter forms by computer algebra')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (id: string, flags: DeriveFlags) => end(await derive(id, flags, shell)))
}

async function derive(id: string, { theorems, shorter }: DeriveFlags, shell: Shell): Promise<0 | 2> {
  const [{ linesOf }, { moduleUrl }, { usualLimits }] = await Promise.all([
    import('../suite/lines-of.js'), import('../suite/bootstrap.js'), import('../suite/limits.js')])
  const { result, faults } = await linesOf(theorems, id, { job: moduleUrl('suite/jobs/derive') })
  for (const line of result ?? []) shell.out.write(`${line}\n`)
  if (shorter && result?.length) {
    const limits: Limits = { ...usualLimits, silentSeconds: SECONDS }
    const found = await linesOf(theorems, id, { job: moduleUrl('cli/shorten-job'), request: result, limits })
    for (const line of shorterLines(found)) shell.out.write(`${line}\n`)
  }
  return tellFaults(faults, shell)
}

/** What was found; nothing where nothing is shorter, and why there is no answer where there is none. */
const shorterLines = ({ result, faults: [fault] }: Outcome<readonly string[]>): readonly string[] => {
  if (result === null) return ['', `computer algebra gave no answer: ${fault?.message ?? 'it was stopped'}`]
  return result.length ? ['', 'shorter, by computer algebra, each equal by the identity test:', ...result] : []
}
