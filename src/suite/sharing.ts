/** The side of the verifying thread: it says which draws there are, and hears what became of those that others took. */
import type { Share } from '../verify/shared-draws.js'
import { areOut, endTheirs, openBoard, takeFirst, type DrawBoard } from './draw-board.js'
import type { Decisions, DrawEnded } from './messages.js'

export interface Sharing {
  readonly share: Share
  /** Takes what came of a draw that somebody else had. */
  hear(ended: DrawEnded): void
}

/** For one theorem. @param say tells others of the board */
export function sharing(say: (board: DrawBoard) => void): Sharing {
  let hear: (ended: DrawEnded) => void = () => undefined
  const share: Share = (first, count, decisions) => {
    const board = openBoard(first, count)
    let wake: () => void = () => undefined
    hear = ({ draw, found }) => {
      add(found, decisions)
      endTheirs(board, draw, found !== null)
      wake()
    }
    say(board)
    return {
      async next() {
        // what others have decided is heard between two draws
        await new Promise(setImmediate)
        for (;;) {
          const draw = takeFirst(board)
          if (draw !== null || !areOut(board)) return draw
          await new Promise<void>((resolve) => { wake = resolve })
        }
      },
    }
  }
  return { share, hear: (ended) => hear(ended) }
}

function add(found: Decisions | null, decisions: Map<string, Decisions[number][1]>): void {
  for (const [key, one] of found ?? []) decisions.set(key, one)
}
