/** Draws that two sides take from the two ends of a board. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { areFree, endTheirs, isOut, openBoard, takeFirst, takeLast } from '../../src/suite/draw-board.js'

const sizes = fc.tuple(fc.nat({ max: 6 }), fc.integer({ min: 1, max: 12 }))

test('every draw is had by one side alone, whoever takes when', () => {
  fc.assert(fc.property(sizes, fc.array(fc.boolean(), { minLength: 24, maxLength: 24 }), ([first, count], turns) => {
    const board = openBoard(first, count)
    const [ours, theirs]: [number[], number[]] = [[], []]
    for (const isOurs of turns) {
      const draw = isOurs ? takeFirst(board) : takeLast(board)
      if (draw !== null) (isOurs ? ours : theirs).push(draw)
    }
    expect(new Set([...ours, ...theirs]).size).toBe(ours.length + theirs.length)
    expect(ours).toEqual(ours.toSorted((a, b) => a - b))
    expect(theirs).toEqual(theirs.toSorted((a, b) => b - a))
    expect([...ours, ...theirs].every((draw) => draw >= first)).toBe(true)
    expect(theirs.every((draw) => isOut(board, draw))).toBe(true)
    expect(ours.some((draw) => isOut(board, draw))).toBe(false)
  }))
})

test('a draw that somebody else has is out until it is decided or free again', () => {
  fc.assert(fc.property(sizes, fc.boolean(), ([first, count], isDecided) => {
    const board = openBoard(first, first + count)
    const draw = takeLast(board)!
    expect(draw).toBe(first + count - 1)
    expect(isOut(board, draw)).toBe(true)
    endTheirs(board, draw, isDecided)
    expect(isOut(board, draw)).toBe(false)
    expect(areFree(board)).toBe(!isDecided || count > 1)
    const rest = Array.from({ length: first + count }, () => takeFirst(board)).filter((one) => one !== null)
    expect(rest.includes(draw)).toBe(!isDecided)
  }))
})
