/** Covariances of time averages against every path of a chain with two-point noise, one path at a time. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rademacher } from '../../src/process/laws.js'
import { expand } from '../../src/process/moments/chain.js'
import { averageCovariances } from '../../src/process/moments/time-average.js'
import { recurrence, scalar } from '../../src/process/text.js'
import { loadParser } from '../../src/symbolic/parse.js'
import { scalarValue } from '../../src/symbolic/value.js'
import { doubles } from '../../src/theorem/doubles.js'

await loadParser()

const process = recurrence({ state: { x: scalar }, noise: { z: rademacher }, step: ['x = a * x + b * x * z + z + c'] })

/** Averages of x and x^2 over the steps after burn-in, for every sequence of noises. */
function everyPath(a: number, b: number, c: number, burnIn: number, steps: number): [number, number][] {
  return Array.from({ length: 2 ** (burnIn + steps) }, (_, path) => {
    let [x, sum, squares] = [0, 0, 0]
    for (let t = 0; t < burnIn + steps; t++) {
      const z = (path >> t) & 1 ? 1 : -1
      x = a * x + b * x * z + z + c
      if (t >= burnIn) [sum, squares] = [sum + x, squares + x * x]
    }
    return [sum / steps, squares / steps]
  })
}

const mean = (values: readonly number[]): number => values.reduce((s, v) => s + v, 0) / values.length

test('the covariances of averages are those over all paths, whatever the burn-in and with a mean or without', () => {
  const coefficient = fc.double({ min: -0.6, max: 0.6, noNaN: true })
  fc.assert(fc.property(coefficient, coefficient, coefficient, fc.nat(4), fc.integer({ min: 1, max: 5 }),
    (a, b, c, burnIn, steps) => {
      const values = new Map(Object.entries({ a, b, c }).map(([name, v]) => [name, scalarValue(v)]))
      const chain = expand(process, { dimension: 1, ring: doubles, values })
      const x = chain.states[0]!
      const observables = [[x], [x, x]].map((factors) => chain.space.polynomials.monomial(
        chain.space.atoms.of(factors.flatMap((m) => [...chain.space.atoms.factors(m)])),
      ))
      const found = averageCovariances(chain, observables, burnIn, steps)!
      const paths = everyPath(a, b, c, burnIn, steps)
      found.forEach((row, i) => row.forEach((value, j) => {
        const expected =
          mean(paths.map((p) => p[i]! * p[j]!)) - mean(paths.map((p) => p[i]!)) * mean(paths.map((p) => p[j]!))
        expect(value).toBeCloseTo(expected, 9)
      }))
  }), { numRuns: 40 })
})

test('a run that would take too long is refused rather than begun', () => {
  const values = new Map(Object.entries({ a: 0.5, b: 0, c: 0 }).map(([name, v]) => [name, scalarValue(v)]))
  const chain = expand(process, { dimension: 1, ring: doubles, values })
  expect(averageCovariances(chain, [chain.space.polynomials.monomial(chain.states[0]!)], 1e8, 1e8)).toBeNull()
})
