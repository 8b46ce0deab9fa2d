/** Laws on a bounded set: an interval, a coin, a sign, finitely many values. */
import { scalarOf } from '../../symbolic/value.js'
import type { Drawing, Law } from './law.js'
import { scalarLaw } from './scalar-law.js'

/** Uniform on [from, to]: E x^k = sum_j from^j to^(k-j) / (k + 1). */
export const uniform = <const A extends string, const B extends string>(
  of: { from: A; to: B },
): Law<{ from: A; to: B }> => scalarLaw({
    law: 'uniform',
    texts: of,
    moment: (k) => {
      const terms = Array.from({ length: k + 1 }, (_, j) => powers([of.from, j], [of.to, k - j]))
      return `(${terms.join(' + ')}) / ${k + 1}`
    },
    draw: (at) => {
      const [from, width] = [scalarOf(at.derived(of.from)), scalarOf(at.derived(`(${of.to}) - (${of.from})`))]
      return at.ring.add(from, at.ring.mul(width, at.variate({ kind: 'uniform' })))
    },
  })

/** 1 with the given probability, else 0. */
export const bernoulli = <const P extends string>(of: { probability: P }): Law<{ probability: P }> => scalarLaw({
  law: 'bernoulli',
  texts: of,
  moment: () => of.probability,
  draw: (at) => at.isPositive(at.ring.sub(scalarOf(at.derived(of.probability)), at.variate({ kind: 'uniform' }))),
})

/** +1 or -1, each with probability 1/2. */
export const rademacher = scalarLaw({
  law: 'rademacher',
  texts: {},
  isSymmetric: true,
  moment: (k) => (k % 2 ? '0' : '1'),
  draw: (at) => at.variate({ kind: 'rademacher' }),
})

/** The given values with the given probabilities (texts; the probabilities sum to 1). */
export const finiteSupport = <const V extends readonly string[], const P extends readonly string[]>(
  of: { values: V; probabilities: P },
): Law<{ values: V; probabilities: P }> => scalarLaw({
    law: 'finite support',
    texts: of,
    moment: (k) => of.values.map((v, i) => `(${of.probabilities[i]}) * ${powers([v, k])}`).join(' + '),
    draw: (at) => chosen(of.values, of.probabilities, at),
  })

/** values[0] + sum_i (values[i] - values[i - 1]) [u > p_0 + ... + p_(i-1)], u uniform. */
function chosen(values: readonly string[], probabilities: readonly string[], at: Drawing): number {
  const u = at.variate({ kind: 'uniform' })
  return values.reduce((x, value, i) => {
    if (i === 0) return scalarOf(at.derived(value))
    const below = scalarOf(at.derived(probabilities.slice(0, i).map((p) => `(${p})`).join(' + ')))
    const step = scalarOf(at.derived(`(${value}) - (${values[i - 1]})`))
    return at.ring.add(x, at.ring.mul(step, at.isPositive(at.ring.sub(u, below))))
  }, at.ring.zero)
}

const powers = (...factors: readonly (readonly [base: string, exponent: number])[]): string =>
  factors.filter(([, n]) => n > 0).map(([base, n]) => (n === 1 ? `(${base})` : `(${base})^${n}`)).join(' * ') || '1'
