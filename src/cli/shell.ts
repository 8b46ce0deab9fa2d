/** What a command sees of the world: two streams, the environment, and the wish of the user to stop. */
import { type Output, outputOf } from '../report/output.js'

export interface Shell {
  readonly out: Output
  readonly error: Output
  readonly env: NodeJS.ProcessEnv
  /** Aborted by Ctrl-C; a second Ctrl-C ends the process at once. Call it only where a run can stop cleanly. */
  interruption(): AbortSignal
  /** Asks for one line; absent where nobody is there to answer. */
  ask?(question: string): Promise<string>
  /** address of the module that verifies; only tests have another than the usual one */
  readonly job?: string
}

export const processShell = (): Shell => ({
  out: outputOf(process.stdout), error: outputOf(process.stderr), env: process.env, interruption,
  ...(process.stdin.isTTY && process.stdout.isTTY && { ask }),
})

function interruption(): AbortSignal {
  const controller = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort())
  return controller.signal
}

async function ask(question: string): Promise<string> {
  const { createInterface } = await import('node:readline/promises')
  const lines = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await lines.question(question)
  } finally {
    lines.close()
  }
}
