/** A shell that keeps what is written, with a job that costs nothing. */
import { writtenText } from '../../src/report/output.js'
import type { Shell } from '../../src/cli/shell.js'
import { runCommand } from '../../src/cli/program.js'

const job = new URL('../suite/jobs/fake.ts', import.meta.url).href

export interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
}

/** Runs one command line in this process. */
export async function run(args: string, part: Partial<Shell> = {}): Promise<Ran> {
  const [out, error] = [writtenText(), writtenText()]
  const shell: Shell = { out, error, env: {}, job, interruption: () => new AbortController().signal, ...part }
  const code = await runCommand(args.split(' ').filter(Boolean), shell)
  return { code, out: out.text(), error: error.text() }
}
