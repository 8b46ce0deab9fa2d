import fc from 'fast-check'
import { expect, test } from 'vitest'
import { randomAt } from '../../src/simulation/random.js'
import { lawChecker } from '../../src/verify/checkers/law.js'
import { chunksOf } from '../../src/verify/chunks.js'
import type { Recording } from '../../src/verify/recording.js'

const replicas = 1024
const levels = { precision: 0.1, alphaVerify: 1e-6, alphaRefute: 1e-9 }

/** Samples of two coordinates, each a function of two standard normals. */
function recordingOf(seed: number, of: (z: number, y: number) => readonly [number, number]): Recording {
  const address = { seed: `${seed}`, theorem: 'small/law', claim: 'law', draw: 0, phase: 'search' }
  return {
    ...chunksOf((k) => {
      const { normal } = randomAt({ ...address, phase: `chunk ${k}` })
      const values = new Float64Array(2 * replicas)
      for (let r = 0; r < replicas; r++) [values[r], values[replicas + r]] = of(normal(), normal())
      return { replicas, values, nonFinite: 0 }
    }),
    places: [{ rows: 'D', columns: '1', entries: [[0], [1]] }],
    replicasPerChunk: replicas, design: 'endpoints', bias: { value: 0, origin: 'none' },
  }
}

function decided(recording: Recording, claimed: readonly (readonly number[])[]) {
  const checker = lawChecker(recording, claimed, levels)
  for (let k = 0; k * replicas < checker.budget && checker.update(recording.chunk(k)) === 'running'; k++);
  return checker.verdict()
}

const seeds = fc.integer({ min: 1, max: 1e6 })
const runs = { numRuns: 6 }

test('a normal law of any covariance is verified', () => {
  fc.assert(fc.property(seeds, fc.constantFrom(0, 0.5, -0.9), (seed, r) => {
    const recording = recordingOf(seed, (z, y) => [2 * z, r * z + Math.sqrt(1 - r * r) * y])
    expect(decided(recording, [[4, 2 * r], [2 * r, 1]]).status).toBe('verified')
  }), runs)
})

test('normal coordinates whose sum is not normal are refuted by the sum, whatever their covariance', () => {
  fc.assert(fc.property(seeds, (seed) => {
    // both are normal and uncorrelated, and the sum of the two is zero half of the time
    const { status, reason } = decided(recordingOf(seed, (z, y) => [z, y > 0 ? z : -z]), [[1, 0], [0, 1]])
    expect(status).toBe('refuted')
    expect(reason).toContain('x1 + x2')
  }), runs)
})

test('a law that is normal about another mean is refuted', () => {
  fc.assert(fc.property(seeds, (seed) => {
    expect(decided(recordingOf(seed, (z, y) => [z + 1, y]), [[1, 0], [0, 1]]).status).toBe('refuted')
  }), runs)
})

test('a claimed variance below zero is no law, and a sample that is not finite decides nothing', () => {
  const normal = recordingOf(1, (z, y) => [z, y])
  expect(decided(normal, [[-1, 0], [0, 1]]).status).toBe('refuted')
  expect(decided(recordingOf(1, (z) => [z, NaN]), [[1, 0], [0, 1]]).status).toBe('invalid')
})
