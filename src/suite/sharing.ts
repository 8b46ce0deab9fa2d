/** The side of the verifying thread: it says which draws there are, and hears what became of those that others took. */
import type { Share } from '../verify/shared-draws.js'
import { endTheirs, isOut, openBoard, takeFirst, type DrawBoard } from './draw-board.js'
import type { DrawEnded } from './messages.js'

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
    const waiting = new Map<number, () => void>()
    hear = ({ draw, found }) => {
      for (const [key, one] of found ?? []) decisions.set(key, one)
      endTheirs(board, draw, found !== null)
      waiting.get(draw)?.()
    }
    say(board)
    return {
      async next() {
        // what others have decided is heard between two draws
        await new Promise(setImmediate)
        return takeFirst(board)
      },
      ended: async (draw) => {
        if (isOut(board, draw)) await new Promise<void>((resolve) => { waiting.set(draw, resolve) })
      },
    }
  }
  return { share, hear: (ended) => hear(ended) }
}
