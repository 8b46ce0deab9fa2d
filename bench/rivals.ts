/**
 * The same workload in other hands: a C program compiled here and now, and NumPy; absent where the machine lacks them.
 */
import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

/** One timed repetition: nanoseconds per unit of work, and a number all rivals should agree on. */
export interface Timing {
  readonly nanoseconds: number
  readonly check: number
}

export interface Rival {
  readonly repeat: () => Promise<Timing>
  readonly stop: () => void
}

const beside = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

/** OpenBLAS tunes itself to the machine, on one thread. */
const environment = (): NodeJS.ProcessEnv => {
  const { OPENBLAS_CORETYPE: _, OPENBLAS_L2_SIZE: __, ...rest } = process.env
  return { ...rest, OPENBLAS_NUM_THREADS: '1' }
}

/** The command that runs the C workloads, or null where no C compiler is found. */
export function compiledC(): readonly string[] | null {
  const program = join(mkdtempSync(join(tmpdir(), 'assay-bench-')), 'rival')
  const { status } = spawnSync('cc', ['-O3', '-march=native', beside('rival.c'), '-lm', '-o', program])
  return status === 0 ? [program] : null
}

/** The command that runs the NumPy workloads, or null where there is no NumPy. */
export function numpy(): readonly string[] | null {
  const { status } = spawnSync('python3', ['-c', 'import numpy'], { env: environment() })
  return status === 0 ? ['python3', beside('rival.py')] : null
}

/** Starts a rival on a workload; it runs one repetition per request and sleeps in between. */
export function startRival([command, ...given]: readonly string[], workload: readonly (string | number)[]): Rival {
  const child = spawn(
    command!, [...given, ...workload.map(String)], { env: environment(), stdio: ['pipe', 'pipe', 'inherit'] },
  )
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  return {
    stop: () => void child.stdin.end(),
    async repeat() {
      child.stdin.write('again\n')
      const line = await lines.next()
      if (line.done === true) throw new Error(`${command} stopped before it answered: run it by hand to see why`)
      const [nanoseconds, check] = line.value.split(' ').map(Number)
      return { nanoseconds: nanoseconds!, check: check! }
    },
  }
}
