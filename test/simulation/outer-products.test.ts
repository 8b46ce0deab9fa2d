import { describe, expect, it } from 'vitest'
import { addOuterProducts, noOuterProducts } from '../../src/simulation/outer-products.js'
import type { Recorded } from '../../src/simulation/trajectories.js'
import { endpoints } from '../../src/simulation/trajectories.js'
import { address } from './address.js'
import { diagonalMomentum } from './programs.js'

const run = {
  program: diagonalMomentum(3), parameters: [0.5, 0.3, 1, 2, 3, 1, 1, 1], start: [0, 0, 0, 0, 0, 0], address, steps: 4,
}
const blocks = (firstBlock: number, count: number): Recorded => endpoints({ ...run, firstBlock, blocks: count })

describe('outer products', () => {
  it('are the same bits however the blocks were shared out', () => {
    const whole = addOuterProducts(noOuterProducts(3), blocks(0, 3))
    const parts = [blocks(0, 1), blocks(1, 2)].reduce((sum, part) => addOuterProducts(sum, part), noOuterProducts(3))
    expect(parts).toEqual(whole)
  })

  it('are sums over the replicas of x_i x_j', () => {
    const recorded = { replicas: 2, values: Float64Array.of(1, 2, 3, 5), nonFinite: 0 }
    expect(addOuterProducts(noOuterProducts(2), recorded))
      .toEqual({ count: 2, sum: Float64Array.of(3, 8), products: Float64Array.of(5, 13, 13, 34) })
    expect(addOuterProducts(noOuterProducts(1), recorded, [1]).products).toEqual(Float64Array.of(34))
  })

  it('are refused for replicas that are not finite and for other dimensions', () => {
    const recorded = { replicas: 2, values: Float64Array.of(1, NaN), nonFinite: 1 }
    expect(() => addOuterProducts(noOuterProducts(1), recorded)).toThrow(/1 of 2 replicas are not finite/)
    expect(() => addOuterProducts(noOuterProducts(2), blocks(0, 1), [0])).toThrow(/1 coordinates for statistics of 2/)
  })
})
