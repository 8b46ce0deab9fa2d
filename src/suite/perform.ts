/** One task on one thread: exactly one ending, whatever the module does. Silence counts as an ending too. */
import type { DrawBoard } from './draw-board.js'
import { type Limits, startSeconds } from './limits.js'
import type { DrawEnded, Outcome, Progress, Reply, Task } from './messages.js'
import type { Death, Thread } from './thread.js'

export type Ending =
  | { readonly kind: 'done'; readonly outcome: Outcome; readonly output: string }
  /** an earlier module of this thread spoiled it: nothing was tried */
  | { readonly kind: 'spoiled' }
  | { readonly kind: 'died'; readonly death: Death; readonly output: string }

/** Others who may decide draws of a theorem. */
export interface DrawTakers {
  /** Offers the draws of a board, until the signal. @param ended is told what became of each that somebody took */
  offer(task: Task, board: DrawBoard, ended: (draw: DrawEnded) => void, signal: AbortSignal): void
}

export interface Listening {
  onProgress(progress: Progress): void
  /** absent: draws are not shared */
  readonly takers?: DrawTakers | undefined
}

/** Performs a task; never rejects. After `died` and `spoiled` the thread is of no more use. */
export function perform(
  thread: Thread, task: Task, limits: Limits, { onProgress, takers }: Listening,
): Promise<Ending> {
  return new Promise((resolve) => {
    const printed: string[] = []
    const over = new AbortController()
    const end = (ending: Ending): void => { watch.rest(); over.abort(); resolve(ending) }
    let begun = false
    const death = (reason: Death): void =>
      end({ kind: 'died', death: begun ? reason : notStarted(reason), output: printed.join('') })
    const watch = watchdog(death)
    const react: { [K in Reply['kind']]: (reply: Extract<Reply, { kind: K }>) => void } = {
      started: () => { begun = true; watch.expect(limits.importSeconds, 'HANGS', 'did not finish importing') },
      imported: () => watch.expect(limits.silentSeconds, 'SILENT', 'gave no sign of life while it was verified'),
      progress: ({ progress }) => { watch.again(); onProgress(progress) },
      shares: ({ board }) => takers?.offer(task, board, (ended) => {
        watch.again()
        thread.post({ kind: 'drawEnded', ...ended })
      }, over.signal),
      spoiled: () => end({ kind: 'spoiled' }),
      done: ({ outcome }) => end({ kind: 'done', outcome, output: printed.join('') }),
    }
    watch.expect(startSeconds, 'NOT_STARTED', 'gave no sign of life')
    thread.listen({ death, output: (text) => printed.push(text), reply: (reply) => react[reply.kind](reply as never) })
    thread.post({ kind: 'task', task, isShared: takers !== undefined })
  })
}

// no module was imported yet: whatever went wrong is ours
const notStarted = ({ message }: Death): Death =>
  ({ code: 'NOT_STARTED', message: `its worker did not start: ${message}` })

/** Barks once, when what was expected did not come in time. */
function watchdog(bark: (reason: Death) => void) {
  let timer: NodeJS.Timeout | undefined
  function expect(seconds: number, code: string, what: string): void {
    clearTimeout(timer)
    timer = setTimeout(() => bark({ code, message: `${what} within ${seconds} s` }), seconds * 1000)
  }
  return { expect, again: () => { timer?.refresh() }, rest: () => clearTimeout(timer) }
}
