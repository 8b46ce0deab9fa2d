/** Euler steps of an Ito equation have exact moments where those of the equation close, roots or not. */
import { beforeAll, describe, expect, it } from 'vitest'
import { discretised } from '../../src/process/discretised.js'
import { gaussian } from '../../src/process/laws/gaussian.js'
import { expand } from '../../src/process/moments/chain.js'
import { isGaussian } from '../../src/process/moments/is-gaussian.js'
import { diffusion, recurrence, scalar, vector, type Diffusion, type Recurrence } from '../../src/process/text.js'
import { loadParser } from '../../src/symbolic/parse.js'
import { holds, parsed } from './check.js'
import { field, pointOf, type Kind } from './points.js'

beforeAll(loadParser)

const kinds: Record<string, Kind> = { K: 'symmetric', R: 'matrix', a: 'scalar', c: 'scalar', dt: 'scalar' }
const chainOf = (process: Recurrence, dimension: number) =>
  expand(process, { dimension, ring: field, values: pointOf(kinds, dimension, field, `euler ${dimension}`) })
const envOf = (process: Recurrence, dimension: number, measures: Record<string, string>) =>
  new Map([...pointOf(kinds, dimension, field, `euler ${dimension}`),
    ...chainOf(process, dimension).stationary(parsed(measures))])

const student = diffusion({ state: { x: scalar }, drift: '-a * x', diffusion: 'sqrt(2 * c * (1 + x^2))' })
const grown: Diffusion =
  diffusion({ state: { w: vector }, drift: '-K * w', diffusion: "sqrt(2 * (c + w' * K * w)) * R / sqrt(a)" })

describe('stationary moments of Euler steps', () => {
  it('of a noise with a root obey their recursion, to the fourth', () => {
    const env = envOf(discretised(student), 1, { x2: 'E(x^2)', x4: 'E(x^4)' })
    expect(holds('x2 == (1 - a * dt)^2 * x2 + 2 * c * dt * (1 + x2)', env, field)).toBe(true)
    expect(holds(`x4 == (1 - a * dt)^4 * x4 + 12 * (1 - a * dt)^2 * c * dt * (x2 + x4)
      + 12 * (c * dt)^2 * (1 + 2 * x2 + x4)`, env, field)).toBe(true)
    expect(holds('x2 == c / (a - c)', env, field)).toBe(false)
  })

  it('are those of two noises that have the same law given the state', () => {
    const twoNoises = recurrence({
      state: { x: scalar },
      noise: { u: gaussian({ variance: '2 * c * dt' }), v: gaussian({ variance: '2 * c * dt' }) },
      step: ['x = (1 - a * dt) * x + u + v * x'],
    })
    const measures = { x2: 'E(x^2)', x4: 'E(x^4)', lag: 'E(x^2 * prev(x)^2)' }
    const [one, two] = [discretised(student), twoNoises].map((process) => envOf(process, 1, measures))
    for (const name of Object.keys(measures)) expect(one!.get(name)).toEqual(two!.get(name))
  })

  it.each([1, 2, 3])('of a vector whose noise grows with it obey their recursion at D = %i', (dimension) => {
    const env = envOf(discretised(grown), dimension, { Sigma: 'Cov(w)', L: "E(w' * K * w)" })
    const after = (noise: string): string => `Sigma == (I - dt * K) * Sigma * (I - dt * K)' + dt * ${noise} * R * R'`
    expect(holds(after('2 * (c + L) / a'), env, field)).toBe(true)
    expect(holds(after('2 * c / a'), env, field)).toBe(false)
  })
})

it('Euler steps have a Gaussian state where the noise is the same everywhere, and only there', () => {
  const plain = diffusion({ state: { w: vector }, drift: '-K * w', diffusion: 'R' })
  expect(isGaussian(chainOf(discretised(plain), 2))).toBe(true)
  expect(isGaussian(chainOf(discretised(grown), 2))).toBe(false)
})
