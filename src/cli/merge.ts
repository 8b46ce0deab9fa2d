/** `assay merge FILE...`: the records of all shards as one, reported like a run of the whole. */
import type { Command } from 'commander'
import type { Shell } from './shell.js'
import { reportersFor } from './verify.js'

interface MergeFlags {
  readonly json?: string
  readonly junit?: string
}

export function addMerge(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('merge')
    .description('merge the records of all shards; exit code as that of verify')
    .argument('<FILE...>', 'records that verify --shard i/n --json FILE wrote')
    .option('--json <file>', 'write the merged record')
    .option('--junit <file>', 'write JUnit XML')
    .action(async (files: string[], flags: MergeFlags) => end(await merge(files, flags, shell)))
}

async function merge(files: readonly string[], flags: MergeFlags, shell: Shell): Promise<number> {
  const [{ readRecord }, { mergeRecords }, { exitCode }] = await Promise.all([
    import('../suite/read-record.js'), import('../suite/merge.js'), import('../suite/summary.js')])
  const records = await Promise.all(files.map(async (file) => ({ file, report: await readRecord(file) })))
  const report = mergeRecords(records)
  for (const reporter of await reportersFor(flags, shell)) {
    report.theorems.forEach((theorem) => reporter.onTheoremDone?.(theorem, ''))
    report.errors.forEach((fault) => reporter.onFault?.(fault))
    await reporter.onRunEnd?.(report)
  }
  return exitCode(report)
}
