/** Pieces that threads take of a shared run: each goes to one of them, in whichever way they take. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  closeJob, endPiece, ended, openJob, takePiece, takePieces, untaken, waitFor, type Job,
} from '../../src/simulation/pool/job.js'
import { address } from './address.js'
import { diagonalMomentum } from './programs.js'

const jobOf = (pieces: number): Job => {
  const run = { program: diagonalMomentum(1), parameters: [], start: [0, 0], address, burnIn: 0, steps: 1 }
  return openJob('averages', { ...run, firstBlock: 0, blocks: pieces }, pieces, 1)
}
const size = fc.integer({ min: 1, max: 40 })
/** How someone takes: one piece, or so many after so many that stay. */
const within = fc.oneof(size, fc.constant(Infinity))
const first = fc.oneof(fc.constant(0), fc.nat({ max: 30 }))
const range = fc.record({ most: size, spared: fc.nat({ max: 20 }), within, first })
const takes = fc.array(fc.oneof(fc.constant(null), range))

describe('pieces of a job', () => {
  it('are taken once each, all of them in the end, and counted', () => {
    fc.assert(fc.property(size, takes, (pieces, ways) => {
      const job = jobOf(pieces)
      const taken: number[] = []
      for (const way of ways) {
        const open = untaken(job)
        const range = way && takePieces(job, way)
        if (way?.within === Infinity && way.first === 0) expect(range !== null).toBe(open > way.spared)
        if (range && taken.length === 0) expect(range.from).toBeLessThan(way!.within)
        if (range) {
          expect(range.from).toBeGreaterThanOrEqual(way!.first)
          expect(range.to - range.from).toBeLessThanOrEqual(way!.most)
          for (let k = range.from; k < range.to; k++) taken.push(k)
        }
        const one = way ? null : takePiece(job)
        if (one !== null) taken.push(one)
        expect(untaken(job)).toBe(pieces - taken.length)
      }
      for (let one = takePiece(job); one !== null; one = takePiece(job)) taken.push(one)
      expect(taken.toSorted((a, b) => a - b)).toEqual(Array.from({ length: pieces }, (_, k) => k))
    }))
  })

  it('that are spared are the next for whoever takes one', () => {
    fc.assert(fc.property(fc.array(fc.nat({ max: 5 })), fc.nat({ max: 9 }), (ranges, spared) => {
      const job = jobOf(40)
      for (const most of ranges) takePieces(job, { most: 1 + most, spared, within: Infinity, first: 0 })
      for (let k = 0; k < spared; k++) expect(takePiece(job)).toBe(k)
    }))
  })

  it('are nobody\'s once the job is closed', () => {
    const job = jobOf(3)
    closeJob(job)
    const range = takePieces(job, { most: 2, spared: 0, within: Infinity, first: 0 })
    expect([takePiece(job), range, untaken(job)]).toEqual([null, null, 0])
  })

  it('are not waited for when they have ended', () => {
    const job = jobOf(1)
    takePiece(job)
    expect(waitFor(job, 0, 1)).toBe(false)
    endPiece(job.state, 0, ended.failed)
    expect(waitFor(job, 0, 60_000)).toBe(true)
  })
})
