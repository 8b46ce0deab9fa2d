/**
 * Lines at the bottom of a terminal: how far the run is and how long it will take, and a line for each theorem that is
 * being verified, with the evidence so far where it is simulated.
 */
import { clearScreenDown, cursorTo, moveCursor } from 'node:readline'
import { Writable } from 'node:stream'
import type { RunStart } from '../suite/events.js'
import type { Progress } from '../suite/messages.js'
import type { Look } from '../verify/look.js'
import { seconds } from './duration.js'
import { fitted } from './fitted.js'
import type { Output } from './output.js'
import { createProgress, type Running, type Standing } from './progress.js'

export interface LiveProgress {
  start(run: RunStart): void
  step(id: string, progress: Progress): void
  finish(id: string): void
  /** Prints text above the lines. */
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
  let drawn = 0
  const erase = (): void => {
    cursorTo(screen, 0)
    if (drawn > 1) moveCursor(screen, 0, 1 - drawn)
    clearScreenDown(screen)
    drawn = 0
  }
  const draw = (): void => {
    const lines = progressLines(state.now()).map((line) => fitted(line, output.columns - 1))
    erase()
    output.write(lines.join('\n'))
    drawn = lines.length
  }
  return {
    start: (run) => { state.start(run); timer = setInterval(draw, 200).unref() },
    step: state.step,
    finish: state.finish,
    above: (text) => { erase(); output.write(text) },
    stop: () => { clearInterval(timer); erase() },
  }
}

/** The lines of a standing: the run first. */
export function progressLines({ ended, total, running, left }: Standing): string[] {
  const time = left === null ? 'time left unknown' : `${seconds(left)} left`
  return [`${ended}/${total} theorems · ${time}`, ...running.map(runningLine)]
}

function runningLine({ id, progress: { claim, look }, share, left }: Running): string {
  const parts =
    [`  ${bar(share)} ${id} › ${claim}`, left === null ? null : `${seconds(left)} left`, look && lookText(look)]
  return parts.filter(Boolean).join(' · ')
}

const lookText = ({ draw, draws, samples, evidence, spent }: Look): string =>
  `draw ${draw}/${draws}, ${amount(samples)} samples, evidence ${percent(evidence)}, budget ${percent(spent)}`

const percent = (share: number): string => `${Math.floor(100 * share)} %`
const amount = (n: number): string =>
  (n < 1e4 ? `${n}` : n < 1e6 ? `${Math.round(n / 1e3)}k` : `${(n / 1e6).toFixed(1)}M`)

const CELLS = 8
const bar = (share: number): string => {
  const full = Math.round(CELLS * share)
  return '█'.repeat(full) + '░'.repeat(CELLS - full)
}
