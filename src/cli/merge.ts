/** `assay merge FILE...`: the records of all shards as one, reported like a run of the whole. */
import type { Command } from 'commander'
import { readThreads } from './arguments.js'
import type { Shell } from './shell.js'
import { type FileFlags, reportersFor } from './verify.js'

interface MergeFlags extends FileFlags {
  readonly theorems: string
  readonly threads?: number
  readonly ledger?: string
}

export function addMerge(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('merge')
    .description('merge the records of all shards; exit code as that of verify. Theorems that the shards have split '
      + 'are joined here')
    .argument('<FILE...>', 'records that verify --shard i/n --json FILE wrote')
    .option('--json <file>', 'write the merged record')
    .option('--junit <file>', 'write JUnit XML')
    .option('--sarif <file>', 'write SARIF, for code-scanning pages')
    .option('--badge <file>', 'write a badge for shields.io')
    .option('--html <dir>', 'write the book of the run')
    .option('--ledger <file>', 'continue this ledger with the merged record: evidence of several seeds adds up')
    .option('--threads <N>', 'worker threads; default: one per core', readThreads)
    .option('--theorems <dir>', 'folder of the theorems, as the shards had it', 'theorems')
    .action(async (files: string[], flags: MergeFlags) => end(await merge(files, flags, shell)))
}

async function merge(files: readonly string[], flags: MergeFlags, shell: Shell): Promise<number> {
  const [{ readRecord }, { mergeShards }, { exitCode }] = await Promise.all([
    import('../suite/read-record.js'), import('../suite/shards/merge-shards.js'), import('../suite/summary.js')])
  const records = await Promise.all(files.map(async (file) => ({ file, report: await readRecord(file) })))
  const report = await mergeShards(records, { ...flags, signal: shell.interruption() })
  for (const reporter of await reportersFor(flags, shell)) {
    report.theorems.forEach((theorem) => reporter.onTheoremDone?.(theorem, ''))
    report.errors.forEach((fault) => reporter.onFault?.(fault))
    await reporter.onRunEnd?.(report)
  }
  return report.run.interrupted ? 130 : exitCode(report)
}
