/** `assay replay TOKEN`: verifies one claim again with the random numbers of an earlier run. */
import type { Command } from 'commander'
import { reportersFor } from './verify.js'
import type { Shell } from './shell.js'

export function addReplay(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('replay')
    .description('verify one claim again, exactly as in the run that printed the TOKEN')
    .argument('<TOKEN>')
    .option('--json <file>', 'write the record of the run')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (token: string, flags: { json?: string; theorems: string }) => end(await replay(token, flags, shell)))
}

async function replay(token: string, flags: { json?: string; theorems: string }, shell: Shell): Promise<number> {
  const { parseReplayToken } = await import('../suite/replay-token.js')
  const { id, claim, ...conditions } = parseReplayToken(token)
  const [{ runSuite }, { exitCode }] = await Promise.all([import('../suite/run.js'), import('../suite/summary.js')])
  const report = await runSuite({
    ...conditions, theorems: flags.theorems, patterns: [], only: id, claims: [claim], misprints: false, threads: 1,
    signal: shell.interruption(), ...(shell.job && { job: shell.job }),
  }, await reportersFor(flags, shell))
  return report.run.interrupted ? 130 : exitCode(report)
}
