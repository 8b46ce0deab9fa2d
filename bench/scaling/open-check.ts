/** A check that is being decided: which of its jobs wait, which are answered, and how many have been looked at. */
import { rangesOf } from '../../src/suite/queue/range-size.js'
import type { Check, TheoremWork } from './work.js'

export interface OpenCheck {
  readonly theorem: TheoremWork
  readonly seconds: number
  /** is it on the list of those who have jobs for anyone? */
  listed: boolean
  hasWaiting(): boolean
  take(): number
  /** Is one more worker worth asking? */
  wantsHelp(): boolean
  /** What a worker does of it, until it answers or gives back. */
  help(): number
  giveBack(job: number): void
  /** An answer comes in from elsewhere; it is read later. */
  answer(job: number): void
  hasAnswer(): boolean
  read(): void
  /** The verifying thread did this one itself. */
  keep(job: number): void
  /** Looks at what is there in order, and asks for more. */
  look(): void
  decided(): boolean
  /** answers that came in and that nobody looked at */
  unread(): number
  /** Gives up; how many answers were there. */
  close(): number
  /** Calls once when the next answer comes in. */
  wait(call: () => void): void
}

export function openCheck(theorem: TheoremWork, { seconds, need }: Check, prefetch: number): OpenCheck {
  let [issued, looked, present, closed] = [1, 0, 0, false]
  const returned: number[] = []
  const inbox: number[] = []
  const there = new Set<number>()
  let taken = 0
  let helping = 0
  let waiting: (() => void) | null = null
  const decided = (): boolean => closed || looked >= need.jobs
  const keep = (job: number): void => { there.add(job) }
  const hasWaiting = (): boolean => !decided() && (returned.length > 0 || taken < issued)
  const take = (): number => returned.pop() ?? taken++
  const worth = (): number => {
    const left = 1000 * seconds * (issued - taken + returned.length + helping)
    return rangesOf({ left, elapsed: 0, idle: Infinity, begun: true })?.lanes ?? 0
  }
  return {
    theorem, seconds, listed: false, decided, keep, hasWaiting, take,
    wantsHelp: () => hasWaiting() && helping < worth(),
    help() {
      helping++
      return take()
    },
    giveBack(job) {
      helping--
      if (!decided()) returned.push(job)
    },
    answer(job) {
      helping--
      inbox.push(job)
      const call = waiting
      waiting = null
      call?.()
    },
    hasAnswer: () => inbox.length > 0,
    read: () => keep(inbox.shift()!),
    look() {
      for (; looked < need.jobs && there.delete(looked); looked++) present++
      if (!decided()) issued = Math.max(issued, looked + Math.max(1, Math.ceil(prefetch * need.ahead[looked]!)))
    },
    unread: () => there.size + inbox.length,
    close() {
      closed = true
      return present + there.size + inbox.length
    },
    wait: (call) => { waiting = call },
  }
}
