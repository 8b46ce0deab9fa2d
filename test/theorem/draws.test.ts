import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  between, commutingWith, count, defineTheorem, learningRate, moments, positive, positiveDefinite, realMatrix,
  symmetric,
} from '../../src/index.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { Q } from '../../src/symbolic/rings/rational.js'
import { multiplyValues, scalarOf, transposeValue, zipValues, type Value } from '../../src/symbolic/value.js'
import { compile } from '../../src/theorem/compile.js'
import { parseHypothesis } from '../../src/theorem/conditions.js'
import { drawsOf, inDoubles } from '../../src/theorem/draws.js'
import { allHold } from '../../src/theorem/holds.js'
import { conditionsOf, genericPoint } from '../../src/theorem/points.js'
import { liu2021 } from '../../theorems/sources.js'
import { labelNoise, momentum } from './examples.js'

const about = { id: 'liu2021/example', title: 'An example', source: liu2021.at('Theorem 2') }
const commute = <T>(a: Value<T>, b: Value<T>, ring: Parameters<typeof multiplyValues<T>>[2]) =>
  expect(multiplyValues(a, b, ring)).toEqual(multiplyValues(b, a, ring))

const field = primeField(2n ** 61n - 1n)
const points = fc.tuple(fc.integer({ min: 1, max: 3 }), fc.infiniteStream(fc.bigInt({ min: 1n, max: field.p - 1n })))
  .map(([dimension, stream]) => ({ ring: field, dimension, random: () => stream.next().value as bigint }))

const cases = [[momentum.id, momentum, 'closedForm'], [labelNoise.id, labelNoise, 'covariance']] as const

describe.each(cases)('%s', (_, theorem, claim) => {
  test.each([1, 2, 3])('every draw of dimension %i lies in its domains and meets the hypotheses', async (dimension) => {
    const compiled = await compile(theorem)
    fc.assert(fc.property(await drawsOf(compiled, { dimension, claim }), (draw) => {
      for (const [name, value] of draw) expect(compiled.symbols.get(name)!.contains(value)).toBe(true)
      const inequalities = conditionsOf(compiled, claim).filter(({ relation }) => relation !== '==')
      expect(allHold(inequalities, { theorem: compiled, dimension, values: inDoubles(draw) })).toBe(true)
    }), { numRuns: 40 })
  })

  test('a generic point has a value for every given symbol and for no other', async () => {
    const compiled = await compile(theorem)
    const given = [...compiled.symbols].filter(([, domain]) => domain.role === 'given').map(([name]) => name)
    fc.assert(fc.property(points, (options) => {
      expect([...genericPoint(compiled, options).keys()].sort()).toEqual([...given].sort())
    }), { numRuns: 10 })
  })
})

test('K * C == C * K holds exactly at draws and at generic points', async () => {
  const compiled = await compile(momentum)
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 3, claim: 'closedForm' }), (draw) => {
    commute(draw.get('K')!, draw.get('C')!, Q)
  }), { numRuns: 30 })
  fc.assert(fc.property(points, (options) => {
    const point = genericPoint(compiled, { ...options, conditions: conditionsOf(compiled, 'closedForm') })
    commute(point.get('K')!, point.get('C')!, field)
  }))
})

test('without that hypothesis K and C do not commute, at draws and at generic points', async () => {
  const compiled = await compile(momentum)
  const draws = fc.sample(await drawsOf(compiled, { dimension: 2 }), 40)
  const apart = (a: Value<unknown>, b: Value<unknown>) => JSON.stringify(a, big) !== JSON.stringify(b, big)
  const big = (_: string, x: unknown) => (typeof x === 'bigint' ? `${x}` : x)
  const product = (draw: (typeof draws)[number]) => multiplyValues(draw.get('K')!, draw.get('C')!, Q)
  expect(draws.filter((draw) => apart(product(draw), transposeValue(product(draw)))).length).toBeGreaterThan(20)
})

test('learning rates reach from far below the boundary to close to it', async () => {
  const compiled = await compile(momentum)
  const fractions = fc.sample(await drawsOf(compiled, { dimension: 1 }), 300).map((draw) => {
    const number = (name: string) => scalarOf(inDoubles(draw).get(name)!)
    return (number('lambda') * number('K')) / (2 * (1 + number('mu')))
  })
  expect(Math.min(...fractions)).toBeLessThan(0.1)
  expect(Math.max(...fractions)).toBeGreaterThan(0.94)
  expect(fractions.filter((f) => f > 0.45 && f < 0.9).length).toBeGreaterThan(150)
})

test('within reach the learning rate stays below that part of the boundary', async () => {
  const compiled = await compile(momentum)
  const inside = parseHypothesis('lambda * norm(K) < 2 * (1 + mu) / 4')
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 2, reach: 0.25 }), (draw) => {
    expect(allHold(inside, { theorem: compiled, dimension: 2, values: inDoubles(draw) })).toBe(true)
  }))
})

test('around a boundary the learning rate lies on both sides of it', async () => {
  const compiled = await compile(momentum)
  const around = parseHypothesis('lambda * norm(K) < 2 * (1 + mu)')
  const draws = fc.sample(await drawsOf(compiled, { dimension: 2, conditions: [], around }), 60)
  const isStable = (draw: (typeof draws)[number]) =>
    allHold(around, { theorem: compiled, dimension: 2, values: inDoubles(draw) })
  const stable = draws.filter(isStable).length
  expect(stable).toBeGreaterThan(10)
  expect(stable).toBeLessThan(50)
})

const stated = (symbols: object, given: object, where: object = {}) => compile(defineTheorem({
  ...about, symbols, given, where, claims: { c: '1 == 1' }, evidence: { c: [moments()] },
} as never))

test('a symbol that an equality sets is computed, in the draw and at the point', async () => {
  const symbols = { a: positive('a'), b: positive('b'), c: positive('c') }
  const compiled = await stated(symbols, { set: 'c == a + b', small: 'a < b' })
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 1 }), (draw) => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => scalarOf(draw.get(name)!))
    expect(c).toEqual(Q.add(a!, b!))
  }))
  fc.assert(fc.property(points, (options) => {
    const point = genericPoint(compiled, options)
    expect(scalarOf(point.get('c')!)).toBe(field.add(scalarOf(point.get('a')!), scalarOf(point.get('b')!)))
  }))
})

test('a matrix that commutes with a definition is a polynomial in it', async () => {
  const symbols = { A: positiveDefinite('A'), B: positiveDefinite('B'), L: positiveDefinite('rate') }
  const compiled = await stated(symbols, { rule: 'L * K == K * L' }, { K: 'A + B' })
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 2 }), (draw) => {
    commute(zipValues(draw.get('A')!, draw.get('B')!, Q.add), draw.get('L')!, Q)
    expect(compiled.symbols.get('L')!.contains(draw.get('L')!)).toBe(true)
  }))
})

test('K == diag(K) makes draws and points diagonal', async () => {
  const compiled = await stated({ K: positiveDefinite('K'), C: positiveDefinite('C') }, { basis: 'K == diag(K)' })
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 2 }), (draw) => {
    expect(draw.get('K')!.entries[0]![1]).toEqual(Q.zero)
  }))
  fc.assert(fc.property(points, (options) => {
    const { entries } = genericPoint(compiled, options).get('K')!
    entries.forEach((row, i) => expect(row.filter((x) => x !== 0n)).toEqual([row[i]]))
  }))
})

test('the order in which symbols are declared does not matter to what commutes', async () => {
  const symbols = { C: commutingWith('K'), M: realMatrix('M'), K: symmetric('K') }
  const compiled = await stated(symbols, { rule: 'M * K == K * M' })
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 3 }), (draw) => {
    commute(draw.get('C')!, draw.get('K')!, Q)
    commute(draw.get('M')!, draw.get('K')!, Q)
  }), { numRuns: 30 })
  fc.assert(fc.property(points, (options) => {
    const point = genericPoint(compiled, options)
    commute(point.get('C')!, point.get('M')!, field)
    expect(transposeValue(point.get('K')!)).toEqual(point.get('K')!)
  }))
})

test('a matrix learning rate is scaled as a whole and still commutes', async () => {
  const compiled = await compile(labelNoise)
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 2 }), (draw) => {
    commute(draw.get('A')!, draw.get('Lambda')!, Q)
  }))
})

test('an equality without a construction is refused with the way out', async () => {
  const compiled = await stated({ K: positiveDefinite('K'), C: positiveDefinite('C') }, { odd: 'K * C * K == C' })
  await expect(drawsOf(compiled, { dimension: 2 }))
    .rejects.toThrow("cannot draw K, C with K * C * K == C; give C the domain commutingWith('K')")
  const three = { K: positiveDefinite('K'), C: positiveDefinite('C'), A: positiveDefinite('A') }
  const other = await stated(three, { odd: 'K * C == A * K' })
  await expect(drawsOf(other, { dimension: 2 })).rejects.toThrow('cannot draw K, C, A with K * C == A * K')
})

test('a symbol is not computed from what is measured, nor drawn in the family of what rests on it', async () => {
  const compiled = await compile(momentum)
  const conditions = parseHypothesis('mu == Tr(Sigma)')
  await expect(drawsOf(compiled, { dimension: 2, conditions })).rejects.toThrow('cannot draw mu with mu == Tr(Sigma)')
  const circular = await stated({ L: positiveDefinite('rate') }, { rule: 'L * G == G * L' }, { G: 'L + I' })
  await expect(drawsOf(circular, { dimension: 2 })).rejects.toThrow('cannot draw L with L * G == G * L')
})

test('a symbol that an equality takes out of its domain is never drawn', async () => {
  const compiled = await stated({ mu: between(0, 1, 'momentum'), S: count('batch') }, { odd: 'mu == 1 + S' })
  await expect(drawsOf(compiled, { dimension: 1 })).rejects.toThrow('out of 200 meets "mu == 1 + S"')
})

test('hypotheses that nothing meets are refused after a bounded search', async () => {
  const compiled = await stated({ mu: between(0, 1, 'momentum'), S: count('batch') }, { odd: 'mu > 1' })
  await expect(drawsOf(compiled, { dimension: 1 })).rejects.toThrow('no draw of mu, S out of 200 meets "mu > 1"')
})

test('a hypothesis that hardly any draw meets is refused: what is drawn would cover little of the domains',
  async () => {
    const compiled =
      await stated({ mu: between(0, 1, 'momentum'), nu: between(0, 1, 'another') }, { corner: 'mu * nu > 0.85' })
    await expect(drawsOf(compiled, { dimension: 1 })).rejects.toThrow(
      /only \d of mu, nu out of 200 meets? "mu \* nu > 0.85"/,
    )
})

test('a learning rate without a boundary is drawn all the same', async () => {
  const compiled = await stated({ lambda: learningRate('rate') }, {})
  fc.assert(fc.property(await drawsOf(compiled, { dimension: 1 }), (draw) => {
    expect(compiled.symbols.get('lambda')!.contains(draw.get('lambda')!)).toBe(true)
  }))
})
