/** One line at the bottom of a terminal that says how far the run is and how long it will take. */
import { clearLine, cursorTo } from 'node:readline'
import { Writable } from 'node:stream'
import type { RunStart } from '../suite/events.js'
import type { Progress } from '../suite/messages.js'
import { seconds } from './duration.js'
import type { Output } from './output.js'
import { createProgress } from './progress.js'

export interface LiveProgress {
  start(run: RunStart): void
  step(id: string, progress: Progress): void
  finish(id: string): void
  /** Prints text above the line. */
  above(text: string): void
  stop(): void
}

const silent: Omit<LiveProgress, 'above'> = { start() {}, step() {}, finish() {}, stop() {} }

/** Redraws at most five times a second; only prints where lines cannot be redrawn. */
export function liveProgress(output: Output): LiveProgress {
  if (!output.live) return { ...silent, above: output.write }
  const screen = new Writable({ write: (chunk, _, done) => { output.write(String(chunk)); done() } })
  const state = createProgress()
  let timer: NodeJS.Timeout | undefined
  const erase = (): void => { cursorTo(screen, 0); clearLine(screen, 0) }
  const draw = (): void => { erase(); output.write(lineOf(state).slice(0, output.columns - 1)) }
  return {
    start: (run) => { state.start(run); timer = setInterval(draw, 200).unref() },
    step: state.step,
    finish: state.finish,
    above: (text) => { erase(); output.write(text) },
    stop: () => { clearInterval(timer); erase() },
  }
}

function lineOf(state: ReturnType<typeof createProgress>): string {
  const { ended, total, running, left } = state.now()
  const time = left === null ? 'time left unknown' : `${seconds(left)} left`
  return [`${ended}/${total} theorems`, time, running.join(', ')].filter(Boolean).join(' · ')
}
