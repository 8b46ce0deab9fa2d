/** `assay verify [PATTERN...]`: verifies theorems and reports as it goes. */
import type { Command } from 'commander'
import type { Reporter } from '../report/reporter.js'
import type { Perform } from '../suite/pool.js'
import type { Shard } from '../suite/plan.js'
import type { Costs } from '../suite/shards/costs.js'
import { readEffort, readPrecision, readSeed, readShard, readThreads } from './arguments.js'
import type { Shell } from './shell.js'

export interface VerifyFlags {
  readonly effort: number
  readonly precision?: number
  readonly seed: string
  readonly threads?: number
  readonly shard?: Shard
  readonly expected?: string
  readonly queue?: string
  readonly json?: string
  readonly junit?: string
  readonly sarif?: string
  readonly badge?: string
  readonly html?: string
  readonly ledger?: string
  readonly watch?: true
  readonly misprints: boolean
  readonly theorems: string
}

const PRECISION = 0.02
/** A quick look takes a sixth of the samples. */
const QUICK_PRECISION = 0.05

export function addVerify(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('verify')
    .description('verify every theorem whose id matches a PATTERN (substring or glob); without PATTERN all of them')
    .argument('[PATTERN...]')
    .option('--effort <level>', 'quick, standard, deep, or a multiplier of draws and samples', readEffort, 1)
    .option('--precision <delta>', 'relative precision of simulated claims (default: 0.02, below standard effort 0.05)',
      readPrecision)
    .option('--seed <N>', 'a whole number, or random; the same seed gives the same record', readSeed, '1')
    .option('--threads <N>', 'worker threads; default: one per core', readThreads)
    .option('--shard <i/n>', 'verify the i-th of n parts', readShard)
    .option('--expected <file>', 'with --shard: a record whose seconds even out the parts, the same for every part')
    .option('--queue <address>', 'let workers verify: redis://host:port (see assay worker)')
    .option('--json <file>', 'write the record of the run')
    .option('--junit <file>', 'write JUnit XML')
    .option('--sarif <file>', 'write SARIF, for code-scanning pages')
    .option('--badge <file>', 'write a badge for shields.io')
    .option('--ledger <file>', 'continue this ledger: theorems it holds are not verified again, evidence adds up')
    .option('--html <dir>', 'write the book of the run: a folder of pages that works offline')
    .option('--watch', 'verify again what a saved module affects, until Ctrl-C')
    .option('--no-misprints', 'do not try the misprints of each claim')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (patterns: string[], flags: VerifyFlags) => end(await verify(patterns, flags, shell)))
}

async function verify(patterns: readonly string[], flags: VerifyFlags, shell: Shell): Promise<number> {
  const signal = shell.interruption()
  let code = await verifyOnce(patterns, flags, shell, signal)
  if (!flags.watch || signal.aborted) return code
  const { watchSaves } = await import('./watch.js')
  await watchSaves(flags.theorems, signal, shell, async (saved) => {
    const { matchesAny } = await import('../suite/pattern.js')
    const among = new Set([...saved].filter((id) => matchesAny(id, patterns)))
    if (among.size) code = await verifyOnce(patterns, { ...flags, among }, shell, signal)
  })
  return code
}

async function verifyOnce(
  patterns: readonly string[], flags: VerifyFlags & { readonly among?: ReadonlySet<string> }, shell: Shell,
  signal: AbortSignal,
): Promise<number> {
  const [{ runSuite }, { readSeconds, writeSeconds }, { exitCode }] = await Promise.all([
    import('../suite/run.js'), import('../suite/seconds.js'), import('../suite/summary.js')])
  const listeners = await reportersFor(flags, shell)
  const expected = await readSeconds()
  const job = shell.job !== undefined && { job: shell.job }
  const elsewhere = flags.queue !== undefined && { perform: await performOn(flags.queue, shell) }
  const precision = flags.precision ?? (flags.effort < 1 ? QUICK_PRECISION : PRECISION)
  const costs = flags.expected !== undefined && { costs: await costsIn(flags) }
  const asked = { ...flags, ...job, ...elsewhere, ...costs, patterns, signal, expected, precision }
  const report = await runSuite(asked, listeners)
  await writeSeconds(report)
  return report.run.interrupted ? 130 : exitCode(report)
}

async function costsIn({ expected = '', shard }: VerifyFlags): Promise<Costs> {
  const [{ readCosts }, { refuse }] = await Promise.all([
    import('../suite/shards/costs.js'), import('../suite/refusal.js')])
  return shard ? readCosts(expected)
    : refuse('NO_SHARDS', `--expected "${expected}" evens out shards; add --shard i/n, or leave it out`)
}

async function performOn(queue: string, { error }: Shell): Promise<Perform> {
  const [{ queueAddress }, { onQueue }] =
    await Promise.all([import('../suite/queue/address.js'), import('../suite/queue/coordinate.js')])
  return onQueue(queueAddress(queue), (text) => error.write(`assay: ${text}\n`))
}

const fileReporters = ['json', 'junit', 'sarif', 'badge', 'html'] as const
export type FileFlags = Partial<Record<(typeof fileReporters)[number], string>>

/** The terminal always; files as asked for; GitHub where it runs. */
export async function reportersFor(flags: FileFlags, shell: Shell): Promise<Reporter[]> {
  const { reporters } = await import('../report/reporter.js')
  const { out: output, env } = shell
  const files =
    fileReporters.flatMap((name) => (flags[name] === undefined ? [] : [reporters[name]({ output, file: flags[name] })]))
  const onGitHub = env.GITHUB_ACTIONS === 'true'
  const page = onGitHub && env.GITHUB_STEP_SUMMARY
  return Promise.all([
    reporters.terminal({ output, file: '' }), ...files,
    ...(onGitHub ? [reporters.github({ output, file: '' })] : []),
    ...(page ? [reporters.summary({ output, file: page })] : []),
  ])
}
