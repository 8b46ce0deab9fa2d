/** What the verifying thread hears of draws that others have. */
import { expect, test } from 'vitest'
import type { DrawBoard } from '../../src/suite/draw-board.js'
import { takeLast } from '../../src/suite/draw-board.js'
import { sharing } from '../../src/suite/sharing.js'
import type { Decided } from '../../src/verify/decided.js'

const one = { chunks: 1 } as Decided
const opened = (first: number, count: number) => {
  const boards: DrawBoard[] = []
  const decisions = new Map<string, Decided>()
  const { share, hear } = sharing((board) => boards.push(board))
  const draws = share(first, count, decisions)
  return { board: boards[0]!, decisions, draws, hear }
}

test('the verifying thread waits for a draw that is out, and its decisions are there when it goes on', async () => {
  const { board, decisions, draws, hear } = opened(1, 3)
  expect(takeLast(board)).toBe(2)
  expect([await draws.next(), await draws.next()]).toEqual([1, null])
  await Promise.all([0, 1].map(draws.ended))
  let isOver = false
  const end = draws.ended(2).then(() => { isOver = true })
  await new Promise((wake) => setTimeout(wake, 20))
  expect(isOver).toBe(false)
  hear({ draw: 2, found: [['key', one]] })
  await end
  expect([...decisions]).toEqual([['key', one]])
  expect(await draws.next()).toBeNull()
})

test('a draw that comes back undecided is decided by the verifying thread', async () => {
  const { board, decisions, draws, hear } = opened(0, 1)
  expect(takeLast(board)).toBe(0)
  const end = draws.ended(0)
  hear({ draw: 0, found: null })
  await end
  expect([await draws.next(), await draws.next()]).toEqual([0, null])
  expect(decisions.size).toBe(0)
})
