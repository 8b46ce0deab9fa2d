/** Laws on a half line or the whole line with known moments: exponential, Laplace, chi-square, Student. */
import { scalarOf } from '../../symbolic/value.js'
import { call, number } from '../../symbolic/expression.js'
import type { Law } from './law.js'
import { scalarLaw } from './scalar-law.js'

const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1))

/** Exponential with the given mean: E x^k = k! mean^k. */
export const exponential = <const M extends string>(of: { mean: M }): Law<{ mean: M }> => scalarLaw({
  law: 'exponential',
  texts: of,
  moment: (k) => `${factorial(k)} * (${of.mean})^${k}`,
  draw: (at) => at.ring.mul(scalarOf(at.derived(of.mean)), at.variate({ kind: 'exponential' })),
})

/** Laplace, density exp(-|x| / scale) / (2 scale): E x^k = k! scale^k for even k. */
export const laplace = <const S extends string>(of: { scale: S }): Law<{ scale: S }> => scalarLaw({
  law: 'laplace',
  texts: of,
  isSymmetric: true,
  moment: (k) => (k % 2 ? '0' : `${factorial(k)} * (${of.scale})^${k}`),
  draw: (at) => {
    const difference = at.ring.sub(at.variate({ kind: 'exponential' }), at.variate({ kind: 'exponential' }))
    return at.ring.mul(scalarOf(at.derived(of.scale)), difference)
  },
})

/** Chi-square: E x^k = n (n + 2) ... (n + 2k - 2) for n degrees of freedom. */
export const chiSquare = (of: { degrees: number }): Law<{ degrees: number }> => scalarLaw({
  law: 'chi-square',
  texts: of,
  moment: (k) => Array.from({ length: k }, (_, i) => `${of.degrees + 2 * i}`).join(' * ') || '1',
  draw: (at) => at.variate({ kind: 'chiSquare', degrees: of.degrees }),
})

/** Student's t, n degrees of freedom: E x^k = n^(k/2) prod_{i=1}^{k/2} (2i - 1) / (n - 2i), finite for k < n. */
export const student = (of: { degrees: number }): Law<{ degrees: number }> => scalarLaw({
  law: 'student',
  texts: of,
  isSymmetric: true,
  infiniteFrom: of.degrees,
  moment: (k) => (k >= of.degrees ? null : k % 2 ? '0' : studentMoment(of.degrees, k)),
  draw: (at) => {
    const square = at.variate({ kind: 'chiSquare', degrees: of.degrees })
    const scale = at.ring.div(square, at.ring.fraction(BigInt(of.degrees), 1n))
    const root = at.ring.apply!('sqrt', [scale], call('sqrt', number(of.degrees)))
    return at.ring.div(at.variate({ kind: 'normal' }), root)
  },
})

const studentMoment = (n: number, k: number): string =>
  Array.from({ length: k / 2 }, (_, i) => `${n * (2 * i + 1)} / ${n - 2 * (i + 1)}`).join(' * ') || '1'
