/** Ito equations: stationary moments by the generator, and identities of densities and clocks as formulas. */
import { beforeAll, describe, expect, it } from 'vitest'
import { langevin } from '../../src/process/library/langevin.js'
import { escape } from '../../src/process/library/escape.js'
import { expandDiffusion } from '../../src/process/ito/diffusion-moments.js'
import { currentOf, generated } from '../../src/process/ito/generator.js'
import { writtenOut, type ItoForm } from '../../src/process/ito/written-out.js'
import { diffusion, scalar, vector, type Diffusion } from '../../src/process/text.js'
import { sum } from '../../src/symbolic/arithmetic.js'
import { derivative, derivativesWritten } from '../../src/symbolic/differentiate.js'
import { multiply, namesIn, number, rewrite, substitute, type Expression } from '../../src/symbolic/expression.js'
import { compareFormulas, scalars } from '../../src/symbolic/identity.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { randomBits } from '../../src/symbolic/random.js'
import { scalarValue, type Value } from '../../src/symbolic/value.js'
import { holds, parsed } from './check.js'
import { field, pointOf, type Kind } from './points.js'

beforeAll(loadParser)

const same = (a: Expression, b: Expression): boolean | null => {
  const names = new Set([...namesIn(a), ...namesIn(b)])
  return compareFormulas(a, b, scalars(names, names), { random: randomBits('ito') }).identical
}
const zero = (terms: readonly Expression[]): boolean => terms.every((e) => same(e, number(0)) === true)

describe('stationary moments', () => {
  const kinds: Record<string, Kind> = { K: 'symmetric', R: 'matrix', a: 'scalar', c: 'scalar', u: 'vector' }
  const momentsOf = (process: Diffusion, dimension: number) => {
    const values = pointOf(kinds, dimension, field, `ito ${dimension}`)
    const chain = expandDiffusion(process, { dimension, ring: field, values })
    return { chain, env: (measures: Record<string, string>) =>
      new Map([...values, ...chain.stationary(parsed(measures))]) }
  }

  it.each([1, 2, 3])("of the Ornstein-Uhlenbeck process solve K Sigma + Sigma K = R R' at D = %i", (dimension) => {
    const env = momentsOf(langevin({ hessian: 'K', noise: 'R' }), dimension).env({ Sigma: 'Cov(w)' })
    expect(holds("K * Sigma + Sigma * K == R * R'", env, field)).toBe(true)
    expect(holds("K * Sigma + Sigma * K == 2 * R * R'", env, field)).toBe(false)
  })

  it('are centred where the drift has a target', () => {
    const drawn = diffusion({ state: { w: vector }, drift: '-K * (w - u)', diffusion: 'R' })
    const env = momentsOf(drawn, 2).env({ m: 'E(w)', Sigma: 'Cov(w)' })
    expect(holds('m == u', env, field)).toBe(true)
    expect(holds("K * Sigma + Sigma * K == R * R'", env, field)).toBe(true)
  })

  it('follow a noise with a root: dx = -a x dt + sqrt(2 c (1 + x^2)) dW has E x^2 = c / (a - c)', () => {
    const student = diffusion({ state: { x: scalar }, drift: '-a * x', diffusion: 'sqrt(2 * c * (1 + x^2))' })
    const env = momentsOf(student, 1).env({ x2: 'E(x^2)', x4: 'E(x^4)' })
    expect(holds('x2 == c / (a - c)', env, field)).toBe(true)
    expect(holds('x4 == 3 * c * x2 / (a - 3 * c)', env, field)).toBe(true)
  })

  it.each([1, 2, 3])("know that a root before a matrix is a number: B B' = e R R' at D = %i", (dimension) => {
    const grown =
      diffusion({ state: { w: vector }, drift: '-K * w', diffusion: "sqrt(2 * (c + w' * K * w)) * R / sqrt(a)" })
    const env = momentsOf(grown, dimension).env({ Sigma: 'Cov(w)', L: "E(w' * K * w)" })
    expect(holds("K * Sigma + Sigma * K == 2 * (c + L) / a * R * R'", env, field)).toBe(true)
    expect(holds("K * Sigma + Sigma * K == 2 * c / a * R * R'", env, field)).toBe(false)
  })

  it.each([1, 2, 3])('follow a number for the noise of every coordinate at D = %i', (dimension) => {
    const round = diffusion({ state: { w: vector }, drift: '-a * w', diffusion: "-sqrt(2 * (1 + c * w' * w))" })
    const env = momentsOf(round, dimension).env({ Sigma: 'Cov(w)' })
    const variance = dimension === 1 ? '1 / (a - c)' : `1 / (a - ${dimension} * c)`
    expect(holds(`Sigma == ${variance} * (Sigma * inv(Sigma))`, env, field)).toBe(true)
  })

  it('couple variables with independent noises: underdamped motion has E v^2 = c^2 / (2 a), E x^2 = E v^2 / c', () => {
    const underdamped = diffusion({
      state: { x: scalar, v: scalar }, drift: { x: 'v', v: '-a * v - c * x' }, diffusion: { v: 'c' },
    })
    const env = momentsOf(underdamped, 1).env({ v2: 'E(v^2)', x2: 'E(x^2)', xv: 'E(x * v)' })
    expect(['v2 == c^2 / (2 * a)', 'x2 == v2 / c', 'xv == 0'].map((claim) => holds(claim, env, field)))
      .toEqual([true, true, true])
  })

  it('that do not close say so', () => {
    const cubic = diffusion({ state: { x: scalar }, drift: '-x^3', diffusion: 'c' })
    expect(() => momentsOf(cubic, 1).chain.stationary(parsed({ x: 'E(x^2)' })))
      .toThrow('moments do not close: E[x*x] needs E[x^4]')
  })
})

describe('noise that follows the loss', () => {
  const loss = '1 + a * x^2 / 2 + b * x^4'
  const withLoss = (e: Expression): Expression => derivativesWritten(rewrite(e, (node) =>
    (node.kind === 'call' && node.name === 'L'
      ? substitute(parseFormula(loss), new Map([['x', node.operands[0]!]]))
      : node)))
  const values = new Map<string, Value<null>>(['a', 'b', 'eta', 'h', 'S'].map((name) => [name, scalarValue(null)]))
  const process = escape({ loss: 'L', learningRate: 'eta', curvature: 'h', batch: 'S' })
  const form = () => writtenOut(process, { dimension: 1, values, inline: withLoss })
  const at = (f: ItoForm, text: string): Expression => f.written(parseFormula(text))

  it('has no current in L^(-1-1/T), T = eta h / S', () => {
    expect(zero(currentOf(form(), at(form(), 'L(theta)^(-1 - S / (eta * h))')))).toBe(true)
    expect(zero(currentOf(form(), at(form(), 'L(theta)^(-S / (eta * h))')))).toBe(false)
  })

  it('is additive noise on log L in the clock that runs as L', () => {
    const slow =
      diffusion({ state: { theta: scalar }, drift: '-diff(log(L(theta)), theta)', diffusion: 'sqrt(2 * eta * h / S)' })
    const f = at(form(), 'theta^3 + a * theta')
    const direct = generated(writtenOut(slow, { dimension: 1, values, inline: withLoss }), f)
    expect(same(generated(form(), f), multiply(at(form(), 'L(theta)'), direct))).toBe(true)
    expect(same(generated(form(), f), direct)).toBe(false)
  })
})

describe('the generator', () => {
  it('of an Ornstein-Uhlenbeck process takes x^2 to -2 a x^2 + b^2', () => {
    const values = new Map<string, Value<null>>([['a', scalarValue(null)], ['b', scalarValue(null)]])
    const process = diffusion({ state: { x: scalar }, drift: '-a * x', diffusion: 'b' })
    const form = writtenOut(process, { dimension: 1, values })
    expect(same(generated(form, parseFormula('x^2')), parseFormula('-2 * a * x^2 + b^2'))).toBe(true)
  })
})

describe('several dimensions', () => {
  const matrix: Value<null> = { rows: 'D', columns: 'D', entries: [[null, null], [null, null]] }
  const values = new Map<string, Value<null>>([['H', matrix], ['T', scalarValue(null)]])
  const symmetric = (e: Expression): Expression => substitute(e, new Map([['H2_1', parseFormula('H1_2')]]))
  const form = (noise: string) => writtenOut(diffusion({
    state: { w: vector }, drift: "-(H + transpose(H)) / 2 * w", diffusion: noise,
  }), { dimension: 2, values })
  const density = (f: ItoForm) => f.written(parseFormula("(1 + w' * H * w / 2)^(-1 - 1 / T)"))

  it('keep the law for isotropic noise', () => {
    const isotropic = form("sqrt(2 * T * (1 + w' * H * w / 2))")
    expect(zero(currentOf(isotropic, density(isotropic)).map(symmetric))).toBe(true)
  })

  it('lose it for noise shaped as the Hessian', () => {
    const shaped = form("sqrt(2 * T * (1 + w' * H * w / 2)) * H")
    const current = currentOf(shaped, density(shaped))
    const divergence = current.map((j, i) => derivative(j, shaped.coordinates[i]!)).reduce(sum)
    expect(same(symmetric(divergence), number(0))).toBe(false)
  })
})
