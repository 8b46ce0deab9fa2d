/** What stands above the claims on a page is the very text that is checked, and nothing of it is left out. */
import { beforeAll, describe, expect, test } from 'vitest'
import { algorithm, diffusion, recurrence, scalar, vector } from '../../src/index.js'
import { gaussian, rademacher } from '../../src/process/laws.js'
import { typesetProcess } from '../../src/process/typeset.js'
import { loadParser, parseStep } from '../../src/symbolic/parse.js'
import { print } from '../../src/symbolic/print.js'
import { compile } from '../../src/theorem/compile.js'
import { typesetConditions, typesetTheorem } from '../../src/theorem/typeset.js'
import { readLatex } from '../symbolic/support/read-latex.js'
import { labelNoise, momentum } from './examples.js'

beforeAll(loadParser)

describe('a process', () => {
  test('has one line for each line of the algorithm, which reads back as the same step', () => {
    const process =
      recurrence({ state: { m: vector, w: vector }, step: ['m = K * (w - m)', 'w = w - (a + m) * K * m'] })
    for (const { text, tex } of typesetProcess(process).lines) {
      const [, left, right] = /^(\w) \\leftarrow (.*)$/.exec(tex)!
      const { name, value } = parseStep(text)
      expect([left, print(readLatex(right!))]).toEqual([name, print(value)])
    }
  })

  test('says what is drawn once a step and what for each sample', () => {
    const { noise } = typesetProcess(recurrence({
      state: { w: scalar }, noise: { eta: gaussian({ variance: 'c^2' }) },
      batch: { size: 'S + 1', sample: { x: rademacher } }, step: ['w = w - mean(x) - eta'],
    }))
    expect(noise.map(({ tex, samples }) => [tex, samples])).toEqual([
      ['\\eta \\sim \\text{gaussian},\\; \\text{variance } c^{2}', null], ['x \\sim \\text{rademacher}', 'S + 1'],
    ])
  })

  test('that is TypeScript is shown as code', () => {
    const process = algorithm({ state: { w: scalar }, step: (state, _, random) => { state.w += 2 * random.normal() } })
    expect(typesetProcess(process)).toMatchObject({ kind: 'algorithm', noise: [], lines: [] })
    expect(typesetProcess(process).code).toContain('state.w += 2 * random.normal()')
  })

  test('of a diffusion puts sums in parentheses before their differential', () => {
    const { lines } = typesetProcess(diffusion({ state: { x: scalar }, drift: 'a - x', diffusion: 'b' }))
    expect(lines[0]!.tex).toBe('\\mathrm{d} x = \\left(a - x\\right) \\,\\mathrm{d} t + b \\,\\mathrm{d} W')
  })
})

test.each([momentum, labelNoise])('$id has every symbol, hypothesis, definition, measure and line', async (theorem) => {
  const stated = typesetTheorem(await compile(theorem))
  expect(stated.symbols.map(({ name }) => name)).toEqual(Object.keys(theorem.symbols))
  const counts = [stated.given, stated.where, stated.measure, stated.process!.lines].map(({ length }) => length)
  const { step } = theorem.process as { step: readonly string[] }
  expect(counts)
    .toEqual([...[theorem.given, theorem.where, theorem.measure].map((part) => Object.keys(part).length), step.length])
  expect(stated.work).toMatchObject({ title: theorem.source.title, year: theorem.source.year })
})

test('what a claim supposes and the limit in which it holds are typeset', async () => {
  const { claims } = await compile(momentum)
  const conditions =
    ['balance', 'closedForm', 'continuousTime'].map((name) => typesetConditions(claims.get(name)!, new Map()))
  expect(conditions).toEqual([
    { when: null, limit: null }, { when: 'K C = C K', limit: null }, { when: null, limit: '\\lambda \\to 0' },
  ])
})
