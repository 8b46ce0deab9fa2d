/** Exact stability: the certificate agrees with eigenvalues, the edge is exact, burn-in is what the moments say. */
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { standardNormal } from '../../src/process/laws.js'
import { minibatchRegression } from '../../src/process/library/minibatch-regression.js'
import { sgd } from '../../src/process/library/sgd.js'
import { expand } from '../../src/process/moments/chain.js'
import { expandDiffusion } from '../../src/process/ito/diffusion-moments.js'
import { certify } from '../../src/process/stability/certify.js'
import { certifyDiffusion } from '../../src/process/stability/certify-diffusion.js'
import { contraction } from '../../src/process/stability/contraction.js'
import { coordinatesFor, homogeneousMatrix } from '../../src/process/stability/homogeneous.js'
import { isPositiveDefinite } from '../../src/process/stability/positive-definite.js'
import { characteristic, rootsInside } from '../../src/process/stability/schur-cohn.js'
import { isAtEdge } from '../../src/process/stability/threshold.js'
import { diffusion, recurrence, scalar, type Diffusion } from '../../src/process/text.js'
import { determinant } from '../../src/symbolic/linear.js'
import { loadParser, parseFormula } from '../../src/symbolic/parse.js'
import { Q, rational, toNumber, type Rational } from '../../src/symbolic/rings/rational.js'
import { scalarOf, scalarValue } from '../../src/symbolic/value.js'
import { entries, field, pointOf } from './points.js'

beforeAll(loadParser)

const regression =
  minibatchRegression({ features: 'A', labelNoise: '1', batch: 'S', learningRate: 'lambda', momentum: 'mu' })
const symmetric = (rows: readonly (readonly Rational[])[]) => ({ rows: 'D', columns: 'D', entries: rows })
const thousandths = (n: number): Rational => rational(n, 1000)

/** Largest modulus of an eigenvalue that belongs to the cone, by power iteration on a positive start. */
function spectralRadius(t: readonly (readonly number[])[], start: number[], steps = 4000): number {
  let [x, growth] = [start, 0]
  for (let k = 0; k < steps; k++) {
    const y = t.map((row) => row.reduce((s, v, j) => s + v * x[j]!, 0))
    growth = Math.max(...y.map(Math.abs))
    x = y.map((v) => v / growth)
  }
  return growth
}

describe('the certificate', () => {
  it('agrees with the spectral radius of the second-moment map', () => {
    const between = (min: number, max: number) => fc.integer({ min, max })
    fc.assert(fc.property(between(100, 2500), between(-800, 900), between(1, 6), between(-400, 400),
      (lambda, mu, S, correlation) => {
        const values = new Map([
          ['lambda', scalarValue(thousandths(lambda))], ['mu', scalarValue(thousandths(mu))],
          ['S', scalarValue(rational(S))],
          ['A', symmetric([[rational(1), thousandths(correlation)], [thousandths(correlation), thousandths(500)]])],
        ])
        const chain = expand(regression, { dimension: 2, ring: Q, values })
        const t = homogeneousMatrix(chain, coordinatesFor(chain), 2).map((row) => row.map(toNumber))
        // E|s|^2 as a functional is inside the dual cone: its iterates grow like the spectral radius
        const start = chain.states.flatMap((_, i) => chain.states.slice(i).map((__, j) => (j === 0 ? 1 : 0)))
        const rho = spectralRadius(t[0]!.map((_, j) => t.map((row) => row[j]!)), start)
        fc.pre(Math.abs(rho - 1) > 1e-3)
        expect(certify(chain)).toBe(rho < 1 ? 'stable' : 'unstable')
      }), { numRuns: 6 })
  })

  it.each([12, 14, 15, 16, 17, 30])('tells the two sides of an edge at a distance of 1e-%i', (digits) => {
    const tiny = rational(1, 10n ** BigInt(digits))
    const heavyBall = sgd({ hessian: 'K', noise: 'K', learningRate: 'lambda', momentum: 'mu' })
    const at = (shift: Rational) => certify(expand(heavyBall, {
      dimension: 1, ring: Q,
      values: new Map([
        ['K', symmetric([[Q.one]])], ['mu', scalarValue(rational(1, 2))],
        ['lambda', scalarValue(Q.mul(rational(3), Q.add(Q.one, shift)))],
      ]),
    }))
    expect([at(Q.neg(tiny)), at(Q.zero), at(tiny)]).toEqual(['stable', 'edge', 'unstable'])
  })

  it('of degree 4 is stricter than that of degree 2 for multiplicative noise', () => {
    // w <- w xi with xi ~ N(0, v): E w^2 grows by v and E w^4 by 3 v^2
    const product = recurrence({ state: { w: scalar }, noise: { xi: standardNormal }, step: ['w = s * w * xi'] })
    const at = (s: Rational, degree: number) =>
      certify(expand(product, { dimension: 1, ring: Q, values: new Map([['s', scalarValue(s)]]) }), degree)
    expect([at(rational(9, 10), 2), at(rational(9, 10), 4), at(rational(7, 10), 4), at(rational(1), 2)])
      .toEqual(['stable', 'unstable', 'stable', 'edge'])
  })

  it('decides steps that are not affine by their moment equations', () => {
    const fed = recurrence({
      state: { w: scalar, y: scalar }, noise: { xi: standardNormal }, step: ['y = b * y + w * w', 'w = a * w + xi'],
    })
    const at = (a: number, b: number) => certify(expand(fed, {
      dimension: 1, ring: Q,
      values: new Map([['a', scalarValue(rational(a, 10))], ['b', scalarValue(rational(b, 10))]]),
    }))
    expect([at(5, 9), at(-5, -9), at(5, 11), at(12, 5)]).toEqual(['stable', 'stable', 'unstable', 'unstable'])
    // E y^2 needs E w^4, which grows by 3 s^4
    const heavy = recurrence({
      state: { w: scalar, y: scalar }, noise: { xi: standardNormal }, step: ['y = y / 2 + w * w', 'w = s * w * xi'],
    })
    const multiplied = (s: Rational) =>
      certify(expand(heavy, { dimension: 1, ring: Q, values: new Map([['s', scalarValue(s)]]) }))
    expect([multiplied(rational(7, 10)), multiplied(rational(9, 10))]).toEqual(['stable', 'unstable'])
  })

  it('asks only about what the wanted moments need', () => {
    const frozen =
      recurrence({ state: { w: scalar, c: scalar }, noise: { xi: standardNormal }, step: ['w = w / 2 + xi'] })
    const chain = expand(frozen, { dimension: 1, ring: Q, values: new Map() })
    expect([certify(chain), certify(chain, 2, [chain.states[0]!])]).toEqual(['edge', 'stable'])
  })
})

describe('the certificate of an Ito equation', () => {
  const at = (process: Diffusion, values: Record<string, Rational>) => certifyDiffusion(expandDiffusion(process, {
    dimension: 1, ring: Q, values: new Map(Object.entries(values).map(([name, x]) => [name, scalarValue(x)])),
  }))

  it('is 2 a > b^2 for dx = -a x dt + (b x + 1) dW', () => {
    const multiplied = diffusion({ state: { x: scalar }, drift: '-a * x', diffusion: 'b * x + 1' })
    const ofSquare = (twoA: number) => at(multiplied, { a: rational(twoA, 2), b: rational(3) })
    expect([ofSquare(10), ofSquare(9), ofSquare(8)]).toEqual(['stable', 'edge', 'unstable'])
  })

  it('is 2 a > (k - 1) b^2 for even moments of degree k', () => {
    const ofDegree = (degree: number, twoA: number) => certifyDiffusion(expandDiffusion(
      diffusion({ state: { x: scalar }, drift: '-a * x', diffusion: 'sqrt(1 + x^2)' }),
      { dimension: 1, ring: Q, values: new Map([['a', scalarValue(rational(twoA, 2))]]) }), degree)
    expect([2, 4, 6].map((k) => [k, k - 1, k - 2].map((twoA) => ofDegree(k, twoA))))
      .toEqual(Array(3).fill(['stable', 'edge', 'unstable']))
  })

  it('needs damping and a restoring force in underdamped motion', () => {
    const underdamped = diffusion({
      state: { x: scalar, v: scalar }, drift: { x: 'v', v: '-a * v - c * x' }, diffusion: { v: '1' },
    })
    const one = rational(1)
    expect([[one, one], [Q.neg(one), one], [one, Q.neg(one)]].map(([a, c]) => at(underdamped, { a: a!, c: c! })))
      .toEqual(['stable', 'unstable', 'unstable'])
  })
})

describe('the edge', () => {
  const chainAt = (theta: string) => {
    const point = new Map(pointOf({ mu: 'scalar', S: 'size', A: 'symmetric' }, 1, field, theta))
    const a = point.get('A')!.entries[0]![0]!
    const chain = (lambda: bigint) =>
      expand(regression, { dimension: 1, ring: field, values: new Map([...point, ['lambda', scalarValue(lambda)]]) })
    return chain(field.div(solve(theta, point), a))
  }
  const solve = (text: string, point: Parameters<typeof expand<bigint>>[1]['values']): bigint => {
    const probe = recurrence({ state: { w: scalar }, noise: { xi: standardNormal }, step: [`w = xi * 0 + ${text}`] })
    const chain = expand(probe, { dimension: 1, ring: field, values: point })
    return scalarOf(chain.stationary(new Map([['x', parseFormula('E(w)')]])).get('x')!)
  }

  it('of minibatch regression is lambda a ((1-mu)/(1+mu) + 2/S) = 2 (1-mu), and not without the 2', () => {
    expect(isAtEdge(chainAt('2 * (1 - mu) / ((1 - mu) / (1 + mu) + 2 / S)'))).toBe(true)
    expect(isAtEdge(chainAt('2 * (1 - mu) / ((1 - mu) / (1 + mu) + 1 / S)'))).toBe(false)
  })
})

describe('burn-in', () => {
  const decay = recurrence({ state: { w: scalar }, noise: { xi: standardNormal }, step: ['w = a * w + xi'] })
  const at = (a: number) => contraction(decay, { dimension: 1, values: new Map([['a', scalarValue(a)]]) })

  it('is a^(2 t) for a linear decay', () => {
    fc.assert(fc.property(fc.double({ min: 0.1, max: 0.99, noNaN: true }), fc.integer({ min: 1, max: 300 }), (a, t) => {
      expect(at(a).bias(t)).toBeCloseTo(a ** (2 * t), 9)
    }), { numRuns: 20 })
    expect(at(0.9).steps(0.01)).toBe(Math.ceil(Math.log(0.01) / (2 * Math.log(0.9))))
  })

  it('counts the mean that is still missing, in units of the variance', () => {
    const drawn = recurrence({ state: { w: scalar }, noise: { xi: standardNormal }, step: ['w = a * w + c + xi'] })
    const values = new Map([['a', scalarValue(0.5)], ['c', scalarValue(3)]])
    const [mean, variance, a, t] = [6, 4 / 3, 0.5, 5]
    const second = (variance * a ** (2 * t) + mean ** 2 - (mean * (1 - a ** t)) ** 2) / variance
    expect(contraction(drawn, { dimension: 1, values }).bias(t)).toBeCloseTo(second, 12)
  })

  it('is refused where the process is not stable', () => {
    expect(() => at(1.1).steps(0.01)).toThrow('not stable')
  })
})

describe('positive definite matrices', () => {
  it('are the products B B\' of invertible B, and not of singular ones', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 9, maxLength: 9 }), (b) => {
      const row = (i: number): number[] => b.slice(3 * i, 3 * i + 3)
      const dot = (x: readonly number[], y: readonly number[]): number => x.reduce((s, v, k) => s + v * y[k]!, 0)
      const square = [0, 1, 2].map((i) => [0, 1, 2].map((j) => rational(dot(row(i), row(j)))))
      const isInvertible = !Q.isZero(determinant([0, 1, 2].map((i) => row(i).map((x) => rational(x))), Q))
      expect(isPositiveDefinite(square)).toBe(isInvertible)
    }))
  })
})

describe('characteristic polynomials', () => {
  it('are det(x I - A)', () => {
    const entry = entries(field, 'characteristic')
    const a = Array.from({ length: 4 }, () => Array.from({ length: 4 }, entry))
    const x = entry()
    const shifted = a.map((row, i) => row.map((y, j) => field.sub(i === j ? x : 0n, y)))
    const value = characteristic(a, field).reduceRight((sum, c) => field.add(field.mul(sum, x), c), 0n)
    expect(value).toBe(determinant(shifted, field))
  })
})

describe('roots inside the unit disc', () => {
  it('are those of products of linear factors with zeros inside', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -15, max: 15 }), { minLength: 1, maxLength: 6 }), (tenths) => {
      const product = tenths.reduce<Rational[]>((p, n) => [...p, Q.zero].map((_, i) =>
        Q.sub(p[i - 1] ?? Q.zero, Q.mul(rational(n, 10), p[i] ?? Q.zero))), [Q.one])
      expect(rootsInside(product)).toBe(tenths.every((n) => Math.abs(n) < 10))
    }))
  })
})
