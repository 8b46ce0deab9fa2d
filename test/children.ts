/** Scripts of the tests in processes of their own, to be killed at moments that nobody chose. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'

export interface Child {
  readonly process: ChildProcess
  /** resolves when it has ended: was it killed? */
  readonly killed: Promise<boolean>
  /** resolves when it has printed something, or ended */
  readonly spoken: Promise<void>
  /** what it has printed so far */
  printed(): string
}

/** Starts a script, named by its path below `test` without a suffix: as it is, or as compiled in the folder `built`. */
export function startScript(script: string, args: readonly string[], built?: string): Child {
  const command = built === undefined ? ['--import', 'tsx', `test/${script}.ts`] : [join(built, 'test', `${script}.js`)]
  const child = spawn(process.execPath, [...command, ...args], { stdio: ['ignore', 'pipe', 'ignore'] })
  let printed = ''
  child.stdout.on('data', (text: Buffer) => { printed += String(text) })
  const spoken = new Promise<void>((resolve) => { child.stdout.once('data', () => resolve()).once('close', resolve) })
  const killed = new Promise<boolean>((resolve) => { child.on('close', (_, signal) => resolve(signal === 'SIGKILL')) })
  return { process: child, killed, spoken, printed: () => printed }
}

/** Kills a child after so many milliseconds, if it still runs; was it killed? */
export async function killAfter(child: Child, milliseconds: number): Promise<boolean> {
  const timer = setTimeout(() => child.process.kill('SIGKILL'), milliseconds)
  const killed = await child.killed
  clearTimeout(timer)
  return killed
}

/** A time between the two, at random. */
export const between = (least: number, most: number): number => least + (most - least) * Math.random()
