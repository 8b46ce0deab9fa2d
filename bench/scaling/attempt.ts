/** One attempt to verify a theorem: which of its draws nobody has, which others have, and what has been done. */
import { DRAWS_FOR_MISPRINTS } from '../../src/verify/simulation-levels.js'
import type { TheoremWork } from './work.js'

export interface Attempt {
  readonly theorem: TheoremWork
  /** seconds of work whose results are here */
  done: number
  /** has its verifying thread died? */
  isOver: boolean
  /** The next draw for the verifying thread, from the front, its own at last; null where there is none. */
  takeFirst(): number | null
  /** is there one for others? */
  hasFree(): boolean
  /** One for somebody else, from the back; there must be one. */
  takeLast(): number
  /** What somebody else had is decided, or free again. */
  end(draw: number, isDecided: boolean): void
  areOut(): boolean
  /** Calls once when the next that is out has ended. */
  wait(call: () => void): void
}

export function openAttempt(theorem: TheoremWork, sharesDraws: boolean): Attempt {
  const all = theorem.draws.map((_, draw) => draw)
  const [own, free] = [all.slice(0, DRAWS_FOR_MISPRINTS), all.slice(DRAWS_FOR_MISPRINTS)]
  let [out, waiting]: [number, (() => void) | null] = [0, null]
  return {
    theorem, done: 0, isOver: false,
    takeFirst: () => free.shift() ?? own.shift() ?? null,
    hasFree: () => sharesDraws && free.length > 0,
    takeLast() {
      out++
      return free.pop()!
    },
    end(draw, isDecided) {
      out--
      if (!isDecided) free.push(draw)
      const call = waiting
      waiting = null
      call?.()
    },
    areOut: () => out > 0,
    wait: (call) => { waiting = call },
  }
}
