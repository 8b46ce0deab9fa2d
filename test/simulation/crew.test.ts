/** Threads share the blocks of a run, and show in no bit of it: with hands that help, are late, fail or die. */
import fc from 'fast-check'
import type { MessagePort } from 'node:worker_threads'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { allBlocks, pieceOf, workWith, type BlockTask } from '../../src/simulation/blocks.js'
import { passages, passing, type Passages } from '../../src/simulation/passages.js'
import { createCrew } from '../../src/simulation/pool/crew.js'
import { costOf, endPiece, ended, takePiece, takePieces, type JobMessage } from '../../src/simulation/pool/job.js'
import { averages, averaging, type Trajectories } from '../../src/simulation/trajectories.js'
import { startHand, type Hand } from '../../src/suite/hand.js'
import { address } from './address.js'
import { diagonalMomentum, exitOfLinear } from './programs.js'

const program = diagonalMomentum(2)
const run: Trajectories = {
  program, parameters: [0.5, 0.3, 1, 0.7, 1, 1.2], start: new Float64Array(4), address, firstBlock: 0, blocks: 8,
  burnIn: 50, steps: 400,
}
const exits: Passages = { ...run, program: exitOfLinear(), parameters: [0.9, 0.3, 1], start: [0], cap: 50 }
const hands: Hand[] = []
const hired = (count: number): MessagePort[] => Array.from({ length: count }, () => {
  const hand = startHand()
  hands.push(hand)
  return hand.port()
})
const crewWith = (ports: MessagePort[], patience?: number) =>
  createCrew({ newcomer: () => ports.pop() ?? null, ...(patience !== undefined && { patience }) })
/** A hand in this thread, that reacts to a job as soon as it is offered. */
const acting = (react: (job: JobMessage) => void) => ({ postMessage: react }) as unknown as MessagePort
afterEach(() => workWith(null))
afterAll(() => Promise.all(hands.map((hand) => hand.stop())))

/** The task, and how many of its blocks were run here. */
function counted(task: BlockTask): { readonly task: BlockTask; here(): number } {
  let here = 0
  return { task: { ...task, fill: (block, out) => { here++; task.fill(block, out) } }, here: () => here }
}

/**
 * Runs the recording on, chunk by chunk, until a hand has taken a block; compares each chunk with what one thread
 * gives.
 */
function sharedUntilHelped(taskAt: (firstBlock: number) => BlockTask, ports: MessagePort[]): void {
  const crew = crewWith(ports)
  const until = performance.now() + 15_000
  for (let chunk = 0; ; chunk++) {
    const { task, here } = counted(taskAt(8 * chunk))
    expect([...crew.perform(task)!]).toEqual([...allBlocks(taskAt(8 * chunk))])
    if (here() < 8) return
    if (performance.now() > until) throw new Error('no hand has helped')
  }
}

describe('blocks of a run', () => {
  it('are those of one thread where two hands take some', () => {
    sharedUntilHelped((firstBlock) => averaging({ ...run, firstBlock }), hired(2))
  }, 20_000)

  it('of first passages are those of one thread', () => {
    sharedUntilHelped((firstBlock) => passing({ ...exits, firstBlock }), hired(1))
  }, 20_000)

  it('that are late are run here', () => {
    const late = acting((job) => { for (let k = 0; k < 3; k++) takePiece(job) })
    const crew = crewWith([late], 1)
    const { task, here } = counted(averaging(run))
    expect([...crew.perform(task)!]).toEqual([...allBlocks(averaging(run))])
    expect(here()).toBe(8)
  })

  it('that are late are waited for a few times as long as the others took, not as if nothing were known', () => {
    const late = acting((job) => { takePieces(job, { most: 4, spared: 2, within: 8, first: 0 }) })
    const begin = performance.now()
    const crew = crewWith([late], 60_000)
    expect([...crew.perform(averaging(run))!]).toEqual([...allBlocks(averaging(run))])
    expect(performance.now() - begin).toBeLessThan(30_000)
  })

  it('are said to take as long as they do on average once there is a kernel', () => {
    const offered: JobMessage[] = []
    const crew = crewWith([acting((job) => { offered.push(job) })])
    const told: number[] = []
    const task = averaging({ ...run, blocks: 6 })
    const slow = (block: number, out: Float64Array): void => {
      told.push(costOf(offered[0]!))
      const until = performance.now() + (block === 0 ? 60 : 6)
      while (performance.now() < until);
      task.fill(block, out)
    }
    crew.expect(() => 3)
    crew.perform({ ...task, fill: slow })
    expect(told[0]).toBeNaN()
    expect(told[1]).toBeGreaterThanOrEqual(60)
    expect(told.slice(2).every((cost) => cost >= 6)).toBe(true)
    // the first does not count any more
    expect(Math.min(...told.slice(2))).toBeLessThan(60)
    expect(offered.map(costOf)).toEqual(offered.map(() => costOf(offered[0]!)))
  })

  it('that failed elsewhere are run here', () => {
    const failing = acting((job) => { for (let k = 0; k < 3; k++) endPiece(job.state, takePiece(job)!, ended.failed) })
    expect([...crewWith([failing]).perform(averaging(run))!]).toEqual([...allBlocks(averaging(run))])
  })

  it('are offered as far ahead as they are expected, with the program sent once, and left to nobody after that', () => {
    const offered: JobMessage[] = []
    const crew = crewWith([acting((job) => { offered.push(job) })])
    crew.expect(() => 100)
    for (const firstBlock of [0, 8, 16]) crew.perform(averaging({ ...run, firstBlock }))
    const ranges = offered.map(({ run: { firstBlock, blocks } }) => [firstBlock, blocks])
    // two runs while their cost is unknown, then all
    expect(ranges).toEqual([[0, 8], [8, 16], [24, 99 * 8]])
    expect(offered.map((job) => job.program !== undefined)).toEqual([true, false, false])
    expect(takePiece(offered[2]!)).not.toBeNull()
    crew.expect(null)
    expect(offered.map(takePiece)).toEqual([null, null, null])
    crew.perform(averaging({ ...run, firstBlock: 24 }))
    expect(offered.slice(3).map(({ run: { firstBlock, blocks } }) => [firstBlock, blocks])).toEqual([[24, 8]])
  })

  it('of two recordings that take turns are offered ahead for both', () => {
    const offered: JobMessage[] = []
    const crew = crewWith([acting((job) => { offered.push(job) })])
    const other = { ...run, start: new Float64Array(4).fill(1) }
    crew.expect(() => 4)
    for (const firstBlock of [0, 8]) {
      for (const one of [run, other]) {
        expect([...crew.perform(averaging({ ...one, firstBlock }))!])
          .toEqual([...allBlocks(averaging({ ...one, firstBlock }))])
      }
    }
    expect(offered.map(({ run: { firstBlock, blocks } }) => [firstBlock, blocks]))
      .toEqual([[0, 8], [8, 16], [0, 8], [8, 16], [24, 24], [24, 24]])
  })

  it('of code, which cannot cross, stay here', () => {
    const written = { coordinates: new Float64Array(4), step: () => {} }
    const refusing = acting(() => { throw new Error('was offered') })
    expect(crewWith([refusing]).perform(averaging({ ...run, program: { ...program, written } }))).toBeNull()
  })
})

describe('a thread with a crew', () => {
  it('gives the same averages and passages for any share of the blocks that others take', () => {
    const [alone, aloneExits] = [averages(run), passages(exits)]
    fc.assert(fc.property(fc.array(fc.nat({ max: 3 }), { minLength: 8, maxLength: 8 }), (takes) => {
      const working = acting((job) => {
        const tasks = { averages: averaging(run), passages: passing(exits) }
        for (let k = 0; k < (takes[job.run.firstBlock % 8] ?? 0) * 2; k++) {
          const block = takePiece(job)
          if (block === null) return
          tasks[job.name as 'averages' | 'passages'].fill(block, pieceOf(job.out, block, job.width))
          endPiece(job.state, block, ended.filled)
        }
      })
      workWith(crewWith([working]))
      expect(averages(run)).toEqual(alone)
      expect(passages(exits)).toEqual(aloneExits)
      workWith(null)
    }), { numRuns: 10 })
  })
})
