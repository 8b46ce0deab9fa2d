/**
 * The program and the moments read one text by different means; enumerating the program's noise gives the moments'
 * answer.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import {
  bernoulli, chiSquare, exponential, finiteSupport, gaussian, iid, laplace, rademacher, rows, standardNormal, student,
  uniform,
} from '../../src/process/laws.js'
import { plainSgd, sgd } from '../../src/process/library/sgd.js'
import { escape } from '../../src/process/library/escape.js'
import { langevin } from '../../src/process/library/langevin.js'
import { expand } from '../../src/process/moments/chain.js'
import { isGaussian } from '../../src/process/moments/is-gaussian.js'
import { programOf } from '../../src/process/program-of.js'
import { doubleChain } from '../../src/process/stability/double-chain.js'
import { diffusion, recurrence, scalar, vector, type Recurrence } from '../../src/process/text.js'
import { derivativesWritten } from '../../src/symbolic/differentiate.js'
import { call, rewrite, substitute, type Expression } from '../../src/symbolic/expression.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { Q } from '../../src/symbolic/rings/rational.js'
import { guarded } from '../../src/symbolic/rings/guarded-double.js'
import { mapValue, scalarValue, type Value } from '../../src/symbolic/value.js'
import { oneStepMeans, run } from './enumerate.js'
import { regression } from './statements/regression.js'

beforeAll(loadParser)

const matrix = (entries: number[][]): Value<number> => ({ rows: 'D', columns: 'D', entries })
const values = new Map<string, Value<number>>([
  ['lambda', scalarValue(0.3)], ['mu', scalarValue(0.4)], ['S', scalarValue(2)], ['sigma2', scalarValue(0.7)],
  ['K', matrix([[1.1, 0.2], [0.2, 0.6]])], ['C', matrix([[0.9, -0.3], [-0.3, 0.5]])],
  ['A', matrix([[1.3, 0.4], [0.4, 0.8]])], ['Lambda', matrix([[0.3, 0.1], [0.1, 0.2]])],
  ['X', { rows: 'N', columns: 'D', entries: [[1, 2], [0.5, -1], [-2, 0.3]] }],
  ['y', { rows: 'N', columns: '1', entries: [[0.4], [-1], [2]] }],
])
const second = (names: readonly string[]): string[] =>
  names.flatMap((a, i) => names.slice(i).map((b) => `${a} * ${b}'`))
const state = [0.7, -0.4, 1.2, 0.3]

/** Largest difference between E of second moments after one step by enumeration and by the moment operator. */
function disagreement(process: Recurrence, dimension = 2): number {
  const names = Object.keys(process.state)
  const observables = [...second(names), ...names].map(parseFormula)
  const compiled = programOf(process, { dimension, values, observables })
  const start = state.slice(0, compiled.program.states)
  const enumerated = oneStepMeans(compiled.program, compiled.parametersOf(values), start)
  const chain = doubleChain(process, { dimension, values })
  const from =
    new Map([...compiled.layout.states].map(([name, place]) => [name, mapValue(place, (i) => guarded(start[i]!))]))
  const exact = chain.transient(new Map(observables.map((e, i) => [`${i}`, call('E', e)])), from, 1)
  const differences = compiled.layout.observables.map((place, n) =>
    mapValue(place, (at, i, j) => Math.abs(enumerated[at]! - exact.get(`${n}`)!.entries[i]![j]!.value)))
  return Math.max(...differences.flatMap((value) => value.entries.flat()))
}

describe('one step, by enumeration of the real algorithm and by the moments,', () => {
  it('agrees for heavy-ball SGD with correlated noise', () => {
    expect(disagreement(sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' }))).toBeLessThan(1e-13)
  })

  it('agrees for a minibatch of two samples', () => {
    expect(disagreement(regression)).toBeLessThan(1e-12)
  })

  it.each([true, false])('agrees for rows of a data set, replacement: %s', (replacement) => {
    const data = recurrence({
      state: { w: vector },
      batch: {
        size: 'S',
        sample: { x: rows({ data: 'X', replacement }), y: rows({ data: 'y', replacement, shape: scalar }) },
      },
      step: ["w = w - lambda * mean(x * (x' * w - y))"],
    })
    expect(disagreement(data)).toBeLessThan(1e-12)
  })

  it('agrees for local definitions, inverses of parameters and means inside means', () => {
    const nested = recurrence({
      state: { w: vector },
      batch: { size: 'S', sample: { x: gaussian({ covariance: 'A' }) } },
      step: [
        'centre = mean(x)',
        "g = mean((x - centre) * (x - centre)') * w + inv(A) * centre",
        'w = w - mean(lambda) * g',
      ],
    })
    expect(disagreement(nested)).toBeLessThan(1e-12)
  })

  it('agrees for independent coordinates and signs', () => {
    const signs =
      recurrence({ state: { w: vector }, noise: { s: iid(rademacher) }, step: ["w = K * w + (s' * w) * s"] })
    expect(disagreement(signs)).toBeLessThan(1e-13)
  })
})

describe('a law', () => {
  const laws = {
    uniform: uniform({ from: '-1', to: '2' }), bernoulli: bernoulli({ probability: '0.3' }),
    exponential: exponential({ mean: '2' }), half: exponential({ mean: '0.5' }),
    laplace: laplace({ scale: '0.5' }), chiSquare: chiSquare({ degrees: 3 }), student: student({ degrees: 7 }),
    finiteSupport: finiteSupport({ values: ['-1', '0.5', '3'], probabilities: ['0.2', '0.5', '0.3'] }),
  }
  const names = ['uniform', 'exponential', 'bernoulli', 'finiteSupport'] as const
  it.each(names)('%s draws what its moments say', (name) => {
    const process = recurrence({ state: { w: scalar }, noise: { xi: laws[name] }, step: ['w = xi'] })
    const { program, parametersOf } = programOf(process, { dimension: 1, values: new Map() })
    const draw = (u: number): number => run(program, parametersOf(new Map()), [0], [u])(program.next[0]!)
    for (const k of [1, 2, 3]) {
      const n = 4000
      // midpoints of the unit interval, through the quantile function for the exponential
      const quantile = (u: number): number => (name === 'exponential' ? -Math.log(1 - u) : u)
      const mean =
        Array.from({ length: n }, (_, i) => draw(quantile((i + 0.5) / n)) ** k).reduce((a, b) => a + b, 0) / n
      const stated = doubleChain(process, { dimension: 1, values: new Map() })
        .stationary(new Map([['x', parseFormula(`E(w^${k})`)]])).get('x')!.entries[0]![0]!.value
      expect(mean / stated).toBeCloseTo(1, 2)
    }
  })

  it.each([
    ['laplace', { xi: laws.laplace }, 'xi', { a: laws.half, b: laws.half }, 'a - b'],
    ['chiSquare', { xi: laws.chiSquare }, 'xi', { z: iid(standardNormal) }, "z' * z"],
  ] as const)('%s has the moments of what it is made of', (_, noise, one, parts, other) => {
    const measures = new Map([2, 4].map((k) => [`${k}`, parseFormula(`E(w^${k})`)]))
    const moments = (of: Parameters<typeof recurrence>[0]['noise'] & object, formula: string) =>
      expand(recurrence({ state: { w: scalar }, noise: of, step: [`w = ${formula}`] }), {
        dimension: 3, ring: Q, values: new Map(),
      }).stationary(measures)
    expect(moments(noise, one)).toEqual(moments(parts, other))
  })

  it('has no moment beyond its tail', () => {
    expect([laws.student.moment(6), laws.student.moment(7), laws.student.moment(8)])
      .toEqual(['7 / 5 * 21 / 3 * 35 / 1', null, null])
  })
})

describe('a program', () => {
  const compiled =
    () => programOf(plainSgd({ hessian: 'K', noise: 'C', learningRate: 'lambda' }), { dimension: 2, values })

  it('serves every draw of the parameters', () => {
    const { program, parametersOf } = compiled()
    const other = new Map(values).set('lambda', scalarValue(0.5))
      .set('K', matrix([[2, 0], [0, 1]])).set('C', matrix([[4, 0], [0, 9]]))
    const value = run(program, parametersOf(other), [1, 1], [1, 1])
    // w - lambda (K w + chol(C) z)
    expect(program.next.map((node) => value(node))).toEqual([1 - 0.5 * (2 + 2), 1 - 0.5 * (1 + 3)])
  })

  it('refuses another batch size', () => {
    const { parametersOf } = programOf(regression, { dimension: 2, values })
    expect(() => parametersOf(new Map([...values, ['S', scalarValue(3)]])))
      .toThrow('"S" is 3, and the program was compiled for 2')
  })

  it('is told apart from Gaussian where the state multiplies the noise', () => {
    const chain = (process: Recurrence) => doubleChain(process, { dimension: 2, values })
    expect(isGaussian(chain(sgd({ hessian: 'K', noise: 'C', learningRate: 'lambda', momentum: 'mu' })))).toBe(true)
    expect(isGaussian(chain(regression))).toBe(false)
    const multiplied = recurrence({ state: { w: scalar }, noise: { xi: standardNormal }, step: ['w = mu * w * xi'] })
    expect(isGaussian(chain(multiplied))).toBe(false)
    const noise = { s: iid(laplace({ scale: '1' })) }
    expect(isGaussian(chain(recurrence({ state: { w: vector }, noise, step: ['w = K * w + s'] })))).toBe(false)
  })
})

describe('a diffusion', () => {
  const dt = new Map([...values, ['dt', scalarValue(0.01)], ['B', matrix([[0.5, 0.1], [0, 0.4]])]])

  it('moves by drift dt + B dW', () => {
    const { program, parametersOf } = programOf(langevin({ hessian: 'K', noise: 'B' }), { dimension: 2, values: dt })
    const value = run(program, parametersOf(dt), [1, 2], [0.3, -0.7])
    const expected = [1 - 0.01 * (1.1 + 0.4) + 0.1 * (0.5 * 0.3 - 0.1 * 0.7), 2 - 0.01 * (0.2 + 1.2) - 0.1 * 0.4 * 0.7]
    program.next.forEach((node, i) => expect(value(node)).toBeCloseTo(expected[i]!, 14))
  })

  it('has the Milstein correction b b\' (dW^2 - dt) / 2, for geometric Brownian motion s^2 x (dW^2 - dt) / 2', () => {
    const growth = diffusion({ state: { x: scalar }, drift: '0 * x', diffusion: '0.2 * x' })
    const { program, parametersOf } = programOf(growth, { dimension: 1, values: dt, scheme: 'milstein' })
    expect(run(program, parametersOf(dt), [3], [1.5])(program.next[0]!))
      .toBeCloseTo(3 + 0.2 * 3 * 0.15 + 0.2 ** 2 * 3 * (0.15 ** 2 - 0.01) / 2, 14)
  })

  it('leaves with the probability of a Brownian bridge, and surely when it ends outside', () => {
    const loss = (e: Expression): Expression => derivativesWritten(rewrite(e, (node) =>
      (node.kind === 'call' && node.name === 'L'
        ? substitute(parseFormula('1 + x^2 / 2'), new Map([['x', node.operands[0]!]]))
        : node)))
    const process = escape({ loss: 'L', learningRate: 'lambda', curvature: '1', batch: 'S', exit: { above: 'sigma2' } })
    const { program, parametersOf } = programOf(process, { dimension: 1, values: dt, inline: loss })
    const leaves = (z: number): number => run(program, parametersOf(dt), [0.5], [z])(program.exit!)
    const variance = 2 * 0.3 * (1 + 0.125) / 2 * 0.01
    const after = (z: number): number => 0.5 - 0.01 * 0.5 + Math.sqrt(variance) * z
    expect(leaves(0.4)).toBeCloseTo(Math.exp(-2 * 0.2 * (0.7 - after(0.4)) / variance), 12)
    expect(leaves(6)).toBe(1)
  })
})
