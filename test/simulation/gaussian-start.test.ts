/** A Gaussian start is L z with the normals that the stream gives: checked coordinate by coordinate against them. */
import { expect, test } from 'vitest'
import { gaussianStart } from '../../src/simulation/gaussian-start.js'
import { endpoints } from '../../src/simulation/trajectories.js'
import { address } from './address.js'
import { graph } from './programs.js'

/** A step that stands still, so that what is observed is the start. */
function still(states: number) {
  const g = graph()
  const next = Array.from({ length: states }, (_, i) => g.state(i))
  return { nodes: g.nodes, parameters: 0, states, next, noise: [], sample: [], batch: 0, observables: next }
}

const started = (factor: readonly (readonly number[])[]): Float64Array => endpoints({
  program: still(factor.length), parameters: [], start: gaussianStart(factor), address, firstBlock: 0, blocks: 1,
  steps: 1,
}).values

test('a start with factor L is L times a start with factor I', () => {
  // powers of two and small whole numbers: products and sums are rounded alike in any order
  const factor = [[2, 0, 0], [-1, 4, 0], [0.5, 0.25, 2]]
  const [z, x] = [started([[1, 0, 0], [0, 1, 0], [0, 0, 1]]), started(factor)]
  const replicas = z.length / 3
  for (let i = 0; i < 3; i++) {
    for (let r = 0; r < replicas; r++) {
      const terms = factor[i]!.slice(0, i + 1).map((l, j) => l * z[j * replicas + r]!)
      expect(x[i * replicas + r]).toBe(terms.reduce((sum, term) => sum + term))
    }
  }
})
