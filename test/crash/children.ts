/** Processes that are started to be killed, at moments that nobody chose. */
import { type ChildProcess, spawn } from 'node:child_process'

export interface Child {
  readonly process: ChildProcess
  /** resolves when it has ended: was it killed? */
  readonly killed: Promise<boolean>
}

export function startScript(script: string, ...args: readonly string[]): Child {
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...args], { stdio: 'ignore' })
  const killed = new Promise<boolean>((resolve) => { child.on('exit', (_, signal) => resolve(signal === 'SIGKILL')) })
  return { process: child, killed }
}

/** Kills a child after a random time between the two, in milliseconds, if it still runs. */
export async function killBetween(child: Child, least: number, most: number): Promise<boolean> {
  const timer = setTimeout(() => child.process.kill('SIGKILL'), least + (most - least) * Math.random())
  const killed = await child.killed
  clearTimeout(timer)
  return killed
}
