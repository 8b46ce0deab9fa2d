import { describe, expect, it } from 'vitest'
import { referenceNoise } from '../../src/simulation/noise.js'
import { scoreBound } from '../../src/simulation/self-test.js'
import { blockStreams } from '../../src/simulation/streams.js'
import { averages, replicasPerBlock } from '../../src/simulation/trajectories.js'
import { address } from './address.js'
import { momentum } from './programs.js'

const [mu, lambda] = [0.5, 0.3]
const K = [[1.5, 0.4], [0.4, 0.8]] as const
const L = [[1, 0], [0.3, 0.7]] as const

/** Momentum SGD in two dimensions as one would write it, one replica of block `block` after the other. */
function byHand(block: number, burnIn: number, steps: number): Float64Array {
  const noise = referenceNoise()
  const B = replicasPerBlock
  noise.seed(blockStreams(address)(block))
  const z = new Float64Array(2 * B * (burnIn + steps))
  for (let t = 0; t < burnIn + steps; t++) noise.fill({ kind: 'normal' }, z, 2 * B * t, 2 * B)
  const averages = new Float64Array(3 * B)
  for (let r = 0; r < B; r++) {
    let [m0, m1, w0, w1] = [0, 0, 1, -1]
    for (let t = 0; t < burnIn + steps; t++) {
      const [z0, z1] = [z[2 * B * t + r]!, z[2 * B * t + B + r]!]
      m0 = mu * m0 + K[0][0] * w0 + K[0][1] * w1 + L[0][0] * z0
      m1 = mu * m1 + K[1][0] * w0 + K[1][1] * w1 + L[1][0] * z0 + L[1][1] * z1
      w0 -= lambda * m0
      w1 -= lambda * m1
      if (t < burnIn) continue
      averages[r]! += (w0 * w0) / steps
      averages[B + r]! += (w1 * w0) / steps
      averages[2 * B + r]! += (w1 * w1) / steps
    }
  }
  return averages
}

const run = {
  program: momentum(2), parameters: [mu, lambda, ...K.flat(), ...L.flat()], start: [0, 0, 1, -1],
  address, firstBlock: 7, blocks: 1,
}

describe.each(['interpreter', 'javascript', 'webassembly'] as const)('momentum SGD (%s)', (engine) => {
  it('agrees with a program written by hand to the twelfth digit', () => {
    const { values } = averages({ ...run, burnIn: 10, steps: 40, engine })
    const expected = byHand(7, 10, 40)
    expect(values.length).toBe(expected.length)
    values.forEach((value, i) => expect(Math.abs(value / expected[i]! - 1)).toBeLessThanOrEqual(1e-12))
  })
})

describe('the stationary variance', () => {
  it('of momentum SGD is lambda c (1 + mu) / (k (1 - mu) (2 (1 + mu) - lambda k))', () => {
    const [k, c] = [1.25, 0.49]
    const program = momentum(1)
    const { values } = averages({
      ...run, program, parameters: [mu, lambda, k, Math.sqrt(c)], start: [0, 0],
      firstBlock: 0, blocks: 16, burnIn: 200, steps: 200,
    })
    const exact = (lambda * c * (1 + mu)) / (k * (1 - mu) * (2 * (1 + mu) - lambda * k))
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1)
    expect(Math.abs((mean - exact) / Math.sqrt(variance / values.length))).toBeLessThan(scoreBound)
  })
})
