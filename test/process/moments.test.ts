/** Moments found in two ways: batches written out, matrix equations solved by Kronecker products, closed formulas. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { centred, gaussian, rows } from '../../src/process/laws.js'
import { minibatchRegression } from '../../src/process/library/minibatch-regression.js'
import { sgd } from '../../src/process/library/sgd.js'
import { expand } from '../../src/process/moments/chain.js'
import { recurrence, scalar, vector } from '../../src/process/text.js'
import { evaluate } from '../../src/symbolic/evaluate.js'
import { solveLinear } from '../../src/symbolic/linear.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { mapValue, scalarValue } from '../../src/symbolic/value.js'
import { holds, parsed } from './check.js'
import { entries, field, pointOf, type Kind } from './points.js'
import { regression, statedKurtosis } from './statements/regression.js'
import { unrolled } from './unrolled.js'

beforeAll(loadParser)

const kinds: Record<string, Kind> = {
  mu: 'scalar', lambda: 'scalar', sigma2: 'scalar', S: 'size',
  A: 'symmetric', K: 'symmetric', C: 'symmetric', Lambda: 'matrix',
}
const point = (dimension: number, seed: string) => new Map(pointOf(kinds, dimension, field, seed))
const numbers = (text: string, env: Parameters<typeof evaluate<bigint>>[1]) =>
  evaluate(parseFormula(text), env, field).entries

describe('a batch', () => {
  const skewed = centred({
    variance: 'mu', third: 'lambda', fourth: '5 * mu^2', fifth: 'mu', sixth: 'mu^3', seventh: 'mu', eighth: 'mu^4',
  })
  const scalarRegression = recurrence({
    state: { w: scalar },
    batch: { size: 'S', sample: { x: gaussian({ variance: 'sigma2' }), eps: skewed } },
    step: ['w = w - lambda * mean(x * (x * w - eps))'],
  })

  it.each([2, 3])('of %i samples has the degree-4 moments of the batch written out', (size) => {
    const values = point(1, `batch ${size}`).set('S', scalarValue(BigInt(size)))
    const out = unrolled(scalarRegression, size, (k) => `x${k} * (x${k} * w - eps${k})`)
    const fourth = parsed({ second: 'E(w^2)', third: 'E(w^3)', fourth: 'E(w^4)' })
    const moments = (process: typeof out) => expand(process, { dimension: 1, ring: field, values }).stationary(fourth)
    expect(moments(scalarRegression)).toEqual(moments(out))
  })

  it('of two samples in two dimensions too, with momentum', () => {
    const values = point(2, 'batch').set('S', scalarValue(2n))
    const out = unrolled(regression, 2, (k) => `x${k} * (x${k}' * w - eps${k})`)
    const second = parsed({ Sigma: 'Cov(w)', Gamma: 'Cov(w, m)', M: 'Cov(m)' })
    const moments = (process: typeof out) => expand(process, { dimension: 2, ring: field, values }).stationary(second)
    expect(moments(regression)).toEqual(moments(out))
  })
})

describe('second moments of heavy-ball SGD', () => {
  it('solve P = F P F\' + B C B\', by Kronecker products', () => {
    const values = point(2, 'kronecker')
    const process = sgd({ hessian: 'K', noise: 'C', learningRate: 'Lambda', momentum: 'mu' })
    const chain = expand(process, { dimension: 2, ring: field, values })
    const found = chain.stationary(parsed({ M: 'Cov(m)', G: 'Cov(w, m)', W: 'Cov(w)' }))
    // s = (m, w): m <- mu m + K w + eta, w <- w - Lambda m
    const block = (texts: string[][]): bigint[][] => texts.flatMap((row) =>
      [0, 1].map((i) => row.flatMap((text) => numbers(text, chain.space.values)[i]!)))
    const f = block([['mu * I', 'K'], ['-mu * Lambda', 'I - Lambda * K']])
    const noise = block([['C', "-C * Lambda'"], ['-Lambda * C', "Lambda * C * Lambda'"]])
    const index = [0, 1, 2, 3].flatMap((i) => [0, 1, 2, 3].map((j) => [i, j] as const))
    const matrix = index.map(([i, j]) => index.map(([k, l]) =>
      field.sub(i === k && j === l ? 1n : 0n, field.mul(f[i]![k]!, f[j]![l]!))))
    const p = solveLinear(matrix, index.map(([i, j]) => [noise[i]![j]!]), field).map((row) => row[0]!)
    const at = (i: number, j: number): bigint => p[4 * i + j]!
    const part = (r: number, c: number): bigint[][] => [0, 1].map((i) => [0, 1].map((j) => at(r + i, c + j)))
    expect([found.get('M')!.entries, found.get('G')!.entries, found.get('W')!.entries])
      .toEqual([part(0, 0), part(2, 0), part(2, 2)])
  })
})

describe('fourth moments of one-dimensional regression', () => {
  it('multiply by E (1 - theta X)^4 without label noise, X a chi-square over S', () => {
    const plain = recurrence({
      state: { w: scalar }, batch: { size: 'S', sample: { x: gaussian({ variance: 'sigma2' }) } },
      step: ['w = w - lambda * mean(x^2) * w'],
    })
    // E X^k = prod_{j<k} (1 + 2 j / S)
    const values = point(1, 'fourth')
    const chain = expand(plain, { dimension: 1, ring: field, values })
    const env = chain.transient(parsed({ ratio: 'E(w^4)' }), new Map([['w', scalarValue(1n)]]), 1)
    const all = new Map([...values, ...env, ['theta', evaluate(parseFormula('lambda * sigma2'), values, field)]])
    const m = ['1', '1', '(1 + 2/S)', '(1 + 2/S) * (1 + 4/S)', '(1 + 2/S) * (1 + 4/S) * (1 + 6/S)']
    const terms = [1, -4, 6, -4, 1].map((c, k) => `(${c}) * theta^${k} * ${m[k]}`)
    expect(holds(`ratio == ${terms.join(' + ')}`, all, field)).toBe(true)
  })
})

describe('transients', () => {
  it('approach the fixed point as rho^t, whatever the batch size', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: -5, max: 5 }), (t, start) => {
      const process =
        minibatchRegression({ features: 'A', labelNoise: 'sigma2', batch: 'S', learningRate: 'lambda', momentum: '0' })
      const values = point(1, `transient ${t}`)
      const chain = expand(process, { dimension: 1, ring: field, values })
      const w = { rows: 'D', columns: '1', entries: [[field.fraction(BigInt(start), 1n)]] }
      const zero = mapValue(w, () => 0n)
      const [second] = chain.transient(parsed({ x: "E(w' * w)" }), new Map([['w', w], ['m', zero]]), t).values()
      const limit = chain.stationary(parsed({ limit: "E(w' * w)" }))
      const env = new Map([...values, ...limit, ['second', second!], ['w0', scalarValue(w.entries[0]![0]!)]])
      const rho = '(1 - 2 * lambda * Tr(A) + lambda^2 * Tr(A)^2 * (1 + 2 / S))'
      expect(holds(`second == limit + ${rho}^${t} * (w0^2 - limit)`, env, field)).toBe(true)
    }), { numRuns: 6 })
  })

  it('of lagged products are those of the earlier time', () => {
    const values = point(1, 'lag')
    const noise = { xi: gaussian({ variance: 'sigma2' }) }
    const process = recurrence({ state: { w: scalar }, noise, step: ['w = mu * w + xi'] })
    const chain = expand(process, { dimension: 1, ring: field, values })
    const from = new Map([['w', scalarValue(3n)]])
    const lagged = chain.transient(parsed({ x: 'E(w * prev(w, 2))' }), from, 5).get('x')!
    const env =
      new Map([...values, ['lagged', lagged], ['second', chain.transient(parsed({ x: 'E(w^2)' }), from, 3).get('x')!]])
    expect(holds('lagged == mu^2 * second', env, field)).toBe(true)
    expect(() => chain.transient(parsed({ x: 'E(w * prev(w, 2))' }), from, 1)).toThrow('prev() reaches 2 steps back')
  })
})

describe('lags', () => {
  it('multiply by the propagator for each step', () => {
    const values = point(2, 'lags')
    const noise = { eta: gaussian({ covariance: 'C' }) }
    const plain = recurrence({ state: { w: vector }, noise, step: ['w = Lambda * w + eta'] })
    const chain = expand(plain, { dimension: 2, ring: field, values })
    const measures = parsed({ W: 'Cov(w)', R: "E(w * prev(w, 3)')", V: 'Cov(prev(w), prev(w, 2))' })
    const env = new Map([...chain.space.values, ...chain.stationary(measures)])
    expect(holds('R == Lambda^3 * W', env, field)).toBe(true)
    expect(holds('V == Lambda * W', env, field)).toBe(true)
  })

  it('see noise and local definitions of the step that led to the state', () => {
    const values = point(2, 'locals')
    const noise = { eta: gaussian({ covariance: 'C' }) }
    const plain = recurrence({ state: { w: vector }, noise, step: ['g = A * w + eta', 'w = w - Lambda * g'] })
    const chain = expand(plain, { dimension: 2, ring: field, values })
    const measures = parsed({ After: 'Cov(w, g)', Before: 'Cov(prev(w), g)', G: 'Cov(g)', Eta: 'Cov(w, eta)' })
    const env = new Map([...chain.space.values, ...chain.stationary(measures)])
    expect(holds('After == Before - Lambda * G', env, field)).toBe(true)
    expect(holds('Eta == -Lambda * C', env, field)).toBe(true)

    const w = { rows: 'D', columns: '1', entries: [[3n], [5n]] }
    const given = chain.at(chain.conditional(parseFormula('E(w)')), new Map([['w', w]]))
    const next = chain.transient(parsed({ next: 'E(w)' }), new Map([['w', w]]), 1).get('next')
    expect(given).toEqual(next)
  })
})

describe('moments given the state', () => {
  const lemma = "(A * w * w' * A + Tr(A * w * w') * A + sigma2 * A) / S"
  const stateAt = (dimension: number) => {
    const entry = entries(field, 'state')
    return { rows: 'D', columns: '1', entries: Array.from({ length: dimension }, () => [entry()]) }
  }

  it.each([1, 2, 3])('of the minibatch gradient are the covariance of Lemma 1 at D = %i', (dimension) => {
    const values = point(dimension, 'given')
    const chain = expand(regression, { dimension, ring: field, values })
    const w = stateAt(dimension)
    const given = chain.at(chain.conditional(parseFormula('Cov(g)')), new Map([['w', w], ['m', w]]))
    const env = new Map([...values, ['w', w], ['given', given]])
    expect(holds(`given == ${lemma}`, env, field)).toBe(true)
    expect(holds(`given == ${lemma.replace('Tr(A', '2 * Tr(A')}`, env, field)).toBe(false)
  })

  it('use the kurtosis that is stated', () => {
    const symbols = { a: 'scalar', kappa: 'scalar', S: 'size', lambda: 'scalar', w: 'scalar' } as const
    const values = pointOf(symbols, 1, field, 'kurtosis')
    const chain = expand(statedKurtosis, { dimension: 1, ring: field, values })
    const given = chain.at(chain.conditional(parseFormula('Cov(g)')), values)
    expect(holds('given == (2 + kappa) * a^2 * w^2 / S', new Map([...values, ['given', given]]), field)).toBe(true)
  })

  it('average to the stationary ones', () => {
    const values = point(2, 'averaged')
    const chain = expand(regression, { dimension: 2, ring: field, values })
    const averaged = chain.averaged(chain.conditional(parseFormula("E(g * g')")))
    expect(averaged).toEqual(chain.stationary(parsed({ x: "E(g * g')" })).get('x'))
  })

  it.each([
    [true, '1'],
    [false, '(N - S) / (N - 1)'],
  ])('of a batch from N rows, replacement %s, have the factor %s', (replacement, factor) => {
    const data = recurrence({
      state: { w: vector },
      batch: { size: 'S', sample: { x: rows({ data: 'X', replacement }) } },
      step: ["g = mean(x * (x' * w))", 'w = w - lambda * g'],
    })
    const entry = entries(field, 'rows')
    const X = { rows: 'N', columns: 'D', entries: Array.from({ length: 5 }, () => [entry(), entry()]) }
    const values = point(2, 'data').set('X', X).set('N', scalarValue(5n))
    const chain = expand(data, { dimension: 2, ring: field, values })
    const w = stateAt(2)
    const given = chain.at(chain.conditional(parseFormula('Cov(g)')), new Map([['w', w]]))
    const one = expand(data, { dimension: 2, ring: field, values: new Map(values).set('S', scalarValue(1n)) })
    const single = one.at(one.conditional(parseFormula('Cov(g)')), new Map([['w', w]]))
    const env = new Map([...values, ['given', given], ['single', single]])
    expect(holds(`given == single / S * ${factor}`, env, field)).toBe(true)
  })
})
