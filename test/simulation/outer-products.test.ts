/** Sums over replicas are those of the recorded values, whichever pieces they are added from. */
import { describe, expect, it } from 'vitest'
import { joinOuterProducts, noOuterProducts, outerProducts, summing } from '../../src/simulation/outer-products.js'
import { averages } from '../../src/simulation/trajectories.js'
import { address } from './address.js'
import { diagonalMomentum } from './programs.js'

const run = {
  program: diagonalMomentum(3), parameters: [0.5, 0.3, 1, 2, 3, 1, 1, 1], start: [0, 0, 0, 0, 0, 0], address,
  burnIn: 3, steps: 2,
}
const of = (firstBlock: number, blocks: number) => outerProducts({ ...run, firstBlock, blocks })

describe('outer products', () => {
  it('are the same bits however the pieces were shared out', () => {
    const parts = [0, 16, 32].map((first) => of(first, 16)).reduce(joinOuterProducts, noOuterProducts(3))
    expect(parts).toEqual(of(0, 48))
  })

  it('are the sums over replicas of x_i and of x_i x_j, to the rounding of as many additions', () => {
    const { values, replicas } = averages({ ...run, firstBlock: 16, blocks: 32 })
    const column = (i: number) => [...values.subarray(i * replicas, (i + 1) * replicas)]
    const { count, sum, products } = of(16, 32)
    expect(count).toBe(replicas)
    const rounding = (terms: number[]) => terms.reduce((s, x) => s + Math.abs(x), 0) * replicas * Number.EPSILON
    for (let i = 0; i < 3; i++) {
      expect(Math.abs(sum[i]! - column(i).reduce((s, x) => s + x, 0))).toBeLessThan(rounding(column(i)))
      for (let j = 0; j < 3; j++) {
        const terms = column(i).map((x, r) => x * column(j)[r]!)
        expect(Math.abs(products[3 * i + j]! - terms.reduce((s, x) => s + x, 0))).toBeLessThan(rounding(terms))
      }
    }
  })

  it('are refused for replicas that are not finite, and for part of a piece', () => {
    const start = [0, 0, 0, 0, 0, Infinity]
    expect(() => outerProducts({ ...run, start, firstBlock: 0, blocks: 16 })).toThrow(/of 1024 replicas are not finite/)
    expect(() => of(0, 8)).toThrow(/multiple of 16/)
  })

  it('of a piece are plausible only where they are finite or counted as not', () => {
    const { width, isPlausible } = summing({ ...run, firstBlock: 0, blocks: 16 })
    const [good, lost, nonsense, miscounted] = Array.from({ length: 4 }, () => new Float64Array(width))
    lost![0] = nonsense![0] = NaN
    lost![width - 1] = 3
    miscounted![width - 1] = 1025
    expect([good, lost, nonsense, miscounted].map((result) => isPlausible(result!))).toEqual([true, true, false, false])
  })
})
