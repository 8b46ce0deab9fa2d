/** `assay worker --queue ADDRESS`: verifies theorems for runs elsewhere, until Ctrl-C. */
import type { Command } from 'commander'
import { readThreads } from './arguments.js'
import type { Shell } from './shell.js'

interface WorkerFlags {
  readonly queue: string
  readonly threads?: number
  readonly theorems: string
}

export function addWorker(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('worker')
    .description(
      'verify theorems for runs that verify --queue starts on any machine; needs the same theorems and assay',
    )
    .requiredOption('--queue <address>', 'redis://[user:password@]host:port, ?queue=NAME for another name than assay')
    .option('--threads <N>', 'worker threads; default: one per core', readThreads)
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (flags: WorkerFlags) => end(await work(flags, shell)))
}

async function work({ queue, threads, theorems }: WorkerFlags, shell: Shell): Promise<number> {
  const [{ queueAddress }, { serveQueue }, { refuse }] = await Promise.all([
    import('../suite/queue/address.js'), import('../suite/queue/work.js'), import('../suite/refusal.js')])
  const notice = (text: string): void => shell.error.write(`assay: ${text}\n`)
  const job = shell.job === undefined ? {} : { job: shell.job }
  const unfit =
    await serveQueue(queueAddress(queue), { theorems, threads, signal: shell.interruption(), notice, ...job })
  return unfit === null ? 0 : refuse('UNFIT_WORKER', unfit)
}
