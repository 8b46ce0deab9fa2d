/** What is given away of a draw: as much as pays, and so that the thread that verifies does not wait for it. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { closeJob, openJob, sayCost, takePiece, untaken } from '../../../src/simulation/pool/job.js'
import { nextPieces, type Offered, type OfferedDraw, paced, takeBack } from '../../../src/suite/queue/offered-draw.js'
import { rangesOf } from '../../../src/suite/queue/range-size.js'
import { address } from '../../simulation/address.js'
import { diagonalMomentum } from '../../simulation/programs.js'

const run = { program: diagonalMomentum(1), parameters: [], start: [0, 0], address, burnIn: 0, steps: 1 }
/** An offer of pieces of so many milliseconds. */
function offerOf(pieces: number, cost: number, width = 1): Offered {
  const whole = { ...run, firstBlock: 0, blocks: pieces }
  const job = openJob('averages', whole, pieces, width)
  sayCost(job, cost)
  return { ...job, whole, wanted: new AbortController(), asked: 0, end: 0 }
}
const drawOf = (...offers: Offered[]): OfferedDraw => ({ offers, since: performance.now(), begun: false, pace: 1 })
const milliseconds = fc.double({ min: 0, max: 1e6, noNaN: true })

describe('ranges of a draw', () => {
  test('have in hand no more than an eighth of what is left, nor more for one lane than it would have left', () => {
    fc.assert(fc.property(milliseconds, milliseconds, fc.integer({ min: 1, max: 1e4 }), fc.boolean(),
      (left, elapsed, idle, begun) => {
        const ranges = rangesOf({ left, elapsed, idle, begun })
        expect(ranges === null).toBe(left < (begun ? 80 : 160))
        if (!ranges) return
        expect(ranges.lanes).toBeLessThanOrEqual(idle)
        expect(ranges.milliseconds).toBeGreaterThanOrEqual(20)
        expect(ranges.milliseconds).toBeLessThanOrEqual(Math.min(300, left / (2 * (ranges.lanes + 1))))
        if (ranges.lanes > 1) expect(ranges.lanes * 20).toBeLessThanOrEqual(left / 8)
        // a thousand jobs a second, which Redis can serve
        expect(ranges.milliseconds).toBeGreaterThanOrEqual(Math.min(300, ranges.lanes))
      }))
  })

  test('are a twentieth of the time that a long draw takes, up to 300 ms', () => {
    const at = (left: number, elapsed: number): number =>
      rangesOf({ left, elapsed, idle: 1, begun: true })!.milliseconds
    expect([at(2000, 0), at(2000, 1000), at(6000, 2000), at(40_000, 0)]).toEqual([50, 100, 250, 300])
  })

  test('are given to nobody where nobody is idle', () => {
    expect(rangesOf({ left: 1e6, elapsed: 0, idle: 0, begun: true })).toBeNull()
  })
})

describe('the next pieces', () => {
  test('lie behind what the thread does by itself until they are there', () => {
    fc.assert(fc.property(fc.integer({ min: 100, max: 2000 }), fc.double({ min: 2, max: 50, noNaN: true }),
      fc.nat({ max: 1 }), (pieces, cost, asked) => {
        const draw = drawOf(offerOf(pieces, cost))
        Object.assign(draw.offers[0]!, { asked })
        const { range } = nextPieces(draw, 1)!
        const own = range.from * cost
        const work = (range.to - range.from) * cost
        expect(own).toBeGreaterThanOrEqual((1 + asked) * work)
        expect(own).toBeLessThanOrEqual((1 + asked) * work + 5 + cost)
      }))
  })

  test('lie further ahead where answers take longer than expected, up to four times', () => {
    const at = (late: number): number => {
      const draw = drawOf(offerOf(10_000, 1))
      const first = nextPieces(draw, 1)!
      for (let k = 0; k < 40; k++) paced(draw, first, late * first.due)
      const ahead = nextPieces({ ...draw, offers: [offerOf(10_000, 1)] }, 1)!.range.from
      return ahead / first.range.from
    }
    const ratios = [at(0.1), at(2), at(100)]
    expect(ratios.map(Math.round)).toEqual([1, 2, 4])
  })

  test('wait until the thread has come nearer, where others are far ahead of it', () => {
    const draw = drawOf(offerOf(4000, 1))
    const reached = (): number => {
      for (let next = nextPieces(draw, 1); next; next = nextPieces(draw, 1)) last = next.range.to
      return last
    }
    let last = 0
    const first = reached()
    expect(first).toBeLessThan(1000)
    for (let k = 0; k < 500; k++) takePiece(draw.offers[0]!)
    expect(reached()).toBeGreaterThan(first)
    expect(last).toBeLessThan(2000)
  })

  test('are none between others, where pieces turn out to take less', () => {
    const draw = drawOf(offerOf(4000, 2))
    const first = nextPieces(draw, 2)!.range
    sayCost(draw.offers[0]!, 1.5)
    expect(nextPieces(draw, 2)!.range.from).toBeGreaterThanOrEqual(first.to)
  })

  test('count what is open in earlier offers as the thread\'s own', () => {
    const draw = drawOf(offerOf(4, 10), offerOf(400, 10))
    const { offer, range } = nextPieces(draw, 1)!
    const work = 10 * (range.to - range.from)
    expect(offer).toBe(draw.offers[1])
    expect(Math.abs(40 + 10 * range.from - work)).toBeLessThanOrEqual(20)
  })

  test('are two jobs for each lane at most, and none while nobody knows what a piece takes', () => {
    const draw = drawOf(offerOf(4000, 10))
    Object.assign(draw.offers[0]!, { asked: 6 })
    expect(nextPieces(draw, 3)).toBeNull()
    expect(nextPieces(draw, 4)).not.toBeNull()
    expect(nextPieces(drawOf(offerOf(4000, 0)), 4)).toBeNull()
  })

  test('are never more than four megabytes of results', () => {
    const { range } = nextPieces(drawOf(offerOf(300, 10, 2 ** 18)), 1)!
    expect(range.to - range.from).toBe(2)
  })
})

describe('a draw', () => {
  test('begins anew when it was decided, and keeps what is asked for until that ends', () => {
    const [done, open] = [offerOf(1, 10), offerOf(40, 10)]
    takePiece(done)
    const draw = drawOf({ ...done, asked: 1 }, open, done)
    takeBack(draw)
    expect([draw.offers.length, draw.since !== null]).toEqual([2, true])
    closeJob(open)
    takeBack(draw)
    expect(open.wanted.signal.aborted).toBe(true)
    expect([draw.offers.length, draw.since, draw.begun]).toEqual([1, null, false])
    expect(untaken(open)).toBe(0)
  })
})
