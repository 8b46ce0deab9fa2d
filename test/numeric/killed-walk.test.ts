import fc from 'fast-check'
import { expect, test } from 'vitest'
import { meanLives, type GridWalk } from '../../src/numeric/killed-walk.js'

const rates = (states: number): fc.Arbitrary<Float64Array> => fc
  .array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: states, maxLength: states })
  .map((logs) => Float64Array.from(logs, Math.exp))
const walks = fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 6 })).chain(([height, columns]) =>
  fc.record({
    height: fc.constant(height), up: rates(height * columns), down: rates(height * columns),
    right: rates(height * columns), left: rates(height * columns),
  }))

/** sum_j q_ij (u_i - u_j) + k_i u_i and the size of its terms, edge by edge. */
function flowOut({ height, up, down, right, left }: GridWalk, life: Float64Array, i: number): [number, number] {
  const states = life.length
  const row = i % height
  const edges: [number, number][] = [[right[i]!, i + height < states ? life[i + height]! : 0]]
  if (i >= height) edges.push([left[i]!, life[i - height]!])
  if (row > 0) edges.push([down[i]!, life[i - 1]!])
  if (row < height - 1) edges.push([up[i]!, life[i + 1]!])
  const sum = (of: (rate: number, there: number) => number): number => edges.reduce((s, [q, u]) => s + of(q, u), 0)
  return [sum((q, u) => q * (life[i]! - u)), sum((q, u) => q * (life[i]! + u))]
}

test('mean lives balance what flows out of every state', () => {
  fc.assert(fc.property(walks, (walk) => {
    const life = meanLives(walk)
    for (let i = 0; i < life.length; i++) {
      const [flow, size] = flowOut(walk, life, i)
      expect(Math.abs(flow - 1)).toBeLessThanOrEqual(1e-13 * (size + 1))
    }
  }), { numRuns: 60 })
})

test('the life of a walk uphill keeps its digits where a matrix would be singular', () => {
  // rates 1 up and 1 / b down: the mean from the first of n columns is sum_i sum_{j <= i} b^(j - i)
  const [n, b] = [12, 1e-5]
  const ones = new Float64Array(n).fill(1)
  const walk = { height: 1, up: ones, down: ones, right: ones, left: ones.map((one) => one / b) }
  let exact = 0
  for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) exact += b ** (j - i)
  expect(exact).toBeGreaterThan(1e54)
  expect(meanLives(walk)[0]! / exact).toBeCloseTo(1, 13)
})

test('a walk that is never killed has no life', () => {
  const ones = new Float64Array(6).fill(1)
  const right = Float64Array.from([1, 1, 1, 1, 0, 0])
  expect(() => meanLives({ height: 2, up: ones, down: ones, right, left: ones })).toThrow(/never/)
})
