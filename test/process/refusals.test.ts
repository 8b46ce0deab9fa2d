/** What does not close says which subexpression, or which chain of moments, is to blame. */
import { beforeAll, describe, expect, it } from 'vitest'
import { centred, gaussian, standardNormal } from '../../src/process/laws.js'
import { expand } from '../../src/process/moments/chain.js'
import { recurrence, scalar, vector, type Recurrence } from '../../src/process/text.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { field, pointOf, type Kind } from './points.js'

beforeAll(loadParser)

const kinds: Record<string, Kind> = { a: 'scalar', b: 'scalar', C: 'symmetric', S: 'size', sigma: 'scalar' }
const measureOf = (process: Recurrence, text = "E(w * w')", dimension = 1) => () =>
  expand(process, { dimension, ring: field, values: pointOf(kinds, dimension, field, 'refusals') })
    .stationary(new Map([['x', parseFormula(text)]]))

const noise = { xi: standardNormal }

describe('a step that is no polynomial in the state', () => {
  it('names the function, what it depends on, and the line', () => {
    const adam =
      recurrence({ state: { v: scalar, w: scalar }, noise, step: ['v = a * v + xi', 'w = w - b * xi / sqrt(v)'] })
    expect(measureOf(adam)).toThrow('sqrt() of an expression that depends on v, in "sqrt(v)", line 2')
  })

  it('names the division', () => {
    const newton = recurrence({ state: { w: scalar }, noise, step: ['w = w - a * (b * w + xi) / (w * w + b)'] })
    expect(measureOf(newton))
      .toThrow('division by an expression that depends on w*w, in "a * (b * w + xi) / (w * w + b)"')
  })

  it('names the sample noise inside a network', () => {
    const net = recurrence({
      state: { w: vector }, batch: { size: 'S', sample: { x: gaussian({ covariance: 'C' }) } },
      step: ["w = w - a * mean(x * tanh(w' * x))"],
    })
    expect(measureOf(net, "E(w * w')", 2)).toThrow(`tanh() of an expression that depends on w1*x1, in "tanh(w' * x)"`)
  })
})

describe('moments that are missing', () => {
  it('reports the chain of moments that does not end', () => {
    const quartic = recurrence({ state: { w: scalar }, noise, step: ['w = w - a * w^3 + xi'] })
    expect(measureOf(quartic)).toThrow('moments do not close: E[w*w] needs E[w^6] needs E[w^18] needs ...')
  })

  it('reports a random walk that is used, and ignores one that is not', () => {
    const walk = recurrence({ state: { w: scalar, v: scalar }, noise, step: ['w = w + xi', 'v = a * v + xi'] })
    expect(measureOf(walk)).toThrow('no unique stationary value: I - T is singular on {w*w}')
    expect(measureOf(walk, 'E(v * v)')).not.toThrow()
  })

  it('never takes a moment that is not stated for zero', () => {
    const law =
      recurrence({ state: { w: scalar }, noise: { x: centred({ variance: 'b' }) }, step: ['w = a * w + x * x'] })
    expect(measureOf(law)).toThrow('the moment E[x^4] is needed and is not stated')
    const skew =
      recurrence({ state: { w: scalar }, noise: { x: centred({ variance: 'b' }) }, step: ['w = a * w + x^3'] })
    expect(measureOf(skew, 'E(w)')).toThrow('the moment E[x^3] is needed and is not stated')
  })
})

describe('a text that is wrong in every dimension', () => {
  it('refuses a product of two columns at D = 1 too', () => {
    const bad =
      recurrence({ state: { w: vector }, noise: { xi: gaussian({ covariance: 'C' }) }, step: ['w = w * w + xi'] })
    expect(measureOf(bad)).toThrow('shapes D x 1 and D x 1 do not multiply in "w * w", line 1')
  })

  it('refuses a sample noise outside the mean of the batch', () => {
    const bad = recurrence({
      state: { w: scalar }, batch: { size: 'S', sample: { x: standardNormal } }, step: ['w = a * w + x'],
    })
    expect(measureOf(bad)).toThrow('the sample noise x is used outside mean()')
  })

  it('refuses a state that changes its shape, and names that are not declared', () => {
    const grows =
      recurrence({ state: { w: vector }, noise: { xi: gaussian({ covariance: 'C' }) }, step: ["w = xi' * w"] })
    expect(measureOf(grows)).toThrow('"w" is D x 1 and becomes 1 x 1')
    const typo = recurrence({ state: { w: scalar }, noise, step: ['w = alpha * w + xi'] })
    expect(measureOf(typo)).toThrow('"alpha" is not declared, line 1')
  })
})

describe('closure is decided by reachability, not by linearity', () => {
  it('closes where the nonlinear variable feeds nothing back', () => {
    const fed = recurrence({
      state: { w: scalar, y: scalar, v: scalar }, noise,
      step: ['y = b * y + w * w', "v = a * v + w * w * w", 'w = a * w + xi'],
    })
    expect(measureOf(fed, 'E(y * y)')).not.toThrow()
    expect(measureOf(fed, 'E(v * y)')).not.toThrow()
  })
})
