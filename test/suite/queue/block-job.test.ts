/** Pieces that cross a queue: the question names its answer, what comes back is believed no more than a file. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { taskOf, partOf } from '../../../src/simulation/pool/tasks.js'
import { pieceOf } from '../../../src/simulation/blocks.js'
import type { Passages } from '../../../src/simulation/passages.js'
import type { Trajectories } from '../../../src/simulation/trajectories.js'
import { blockJob, nameOfJob, bytesOf, reader, resultsIn } from '../../../src/suite/queue/block-job.js'
import { address } from '../../simulation/address.js'
import { diagonalMomentum, exitOfLinear } from '../../simulation/programs.js'

const run: Trajectories = {
  program: diagonalMomentum(2), parameters: [0.5, 0.3, 1, 0.7, 1, 1.2], start: new Float64Array(4), address,
  firstBlock: 0, blocks: 32, burnIn: 3, steps: 4,
}
const exits: Passages = { ...run, program: exitOfLinear(), parameters: [0.9, 0.3, 1], start: [0], cap: 50 }
const cases = [['averages', run], ['sums', run], ['means', run], ['passages', exits]] as const
const results = (kind: string, of: Trajectories | Passages): Float64Array => {
  const task = taskOf(kind, of)
  const out = new Float64Array(task.pieces * task.width)
  for (let piece = 0; piece < task.pieces; piece++) task.fill(piece, pieceOf(out, piece, task.width))
  return out
}

describe.each(cases)('pieces of %s', (kind, whole) => {
  const { pieces, width } = taskOf(kind, whole)
  const all = results(kind, whole)

  test('are the same bits when they are run as a part that crossed the queue', () => {
    const read = reader()
    fc.assert(fc.property(fc.nat({ max: pieces - 1 }), fc.nat({ max: pieces }), (from, size) => {
      const to = Math.min(pieces, from + size + 1)
      const part = read(JSON.parse(JSON.stringify(blockJob('engine', kind, partOf(whole, pieces, { from, to })))))
      const answer = resultsIn(bytesOf(results(kind, part as Trajectories)), taskOf(kind, part))
      expect(bytesOf(answer!).equals(bytesOf(all.slice(from * width, to * width)))).toBe(true)
    }), { numRuns: 5 })
  })

  test('are refused where they are cut, too many, absent, or not counted', () => {
    const task = taskOf(kind, whole)
    const bytes = Buffer.from(bytesOf(all))
    expect(bytesOf(resultsIn(bytes, task)!).equals(bytes)).toBe(true)
    for (const wrong of [null, bytes.subarray(0, -1), bytes.subarray(0, -8 * width), Buffer.concat([bytes, bytes])]) {
      expect(resultsIn(wrong, task)).toBeNull()
    }
    for (const count of [NaN, -1, 0.5, Infinity]) {
      const spoiled = all.slice()
      spoiled[width - 1] = count
      expect(resultsIn(Buffer.from(bytesOf(spoiled)), task)).toBeNull()
    }
  })

  test('with a first number that is none are refused', () => {
    expect(resultsIn(Buffer.from(bytesOf(all.with(0, NaN))), taskOf(kind, whole))).toBeNull()
  })
})

describe('a job of pieces', () => {
  test('has a name of its own for every other range, run, kind and engine, and the same for the same', () => {
    const name = (engine: string, kind: string, of: Trajectories): string => nameOfJob(blockJob(engine, kind, of))
    const names = [name('a', 'sums', run), name('b', 'sums', run), name('a', 'means', run),
      name('a', 'sums', { ...run, firstBlock: 16 }), name('a', 'sums', { ...run, steps: 5 }),
      name('a', 'sums', { ...run, parameters: [0.5, 0.3, 1, 0.7, 1, -0] })]
    expect(new Set(names).size).toBe(names.length)
    expect(name('a', 'sums', { ...run })).toBe(names[0])
  })

  test('keeps its program as one object while the program is the same', () => {
    const read = reader()
    const [one, other] = [read(blockJob('a', 'sums', run)), read(blockJob('a', 'sums', { ...run, firstBlock: 16 }))]
    expect(other.program).toBe(one.program)
    expect(one.program).toEqual(run.program)
  })
})
