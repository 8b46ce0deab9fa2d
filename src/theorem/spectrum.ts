/** Spectra for draws: eigenvalues far enough apart that formulas which confuse them differ. */
import type { Arbitrary } from 'fast-check'
import { Q, rational, type Rational } from '../symbolic/rings/rational.js'
import type { FastCheck } from './domain.js'

/** Largest over smallest eigenvalue: mostly in [3, 12], even in the logarithm; large ones make large correlations. */
const ratios = (fc: FastCheck): Arbitrary<number> => fc.oneof(
  { arbitrary: fc.constantFrom(3, 4, 5, 6, 8, 10, 12), weight: 5 },
  { arbitrary: fc.constantFrom(16, 24, 40), weight: 2 },
  { arbitrary: fc.constantFrom(1, 2), weight: 1 },
)

/** n positive eigenvalues, in any order; shrinks to 1, 3, ... */
export const positiveSpectrum = (fc: FastCheck, n: number): Arbitrary<Rational[]> => fc.tuple(
  ratios(fc),
  fc.constantFrom([1, 1], [1, 2], [2, 1], [1, 3], [3, 2]),
  fc.array(fc.integer({ min: 1, max: 7 }), { minLength: n, maxLength: n }),
  fc.shuffledSubarray(Array.from({ length: n }, (_, i) => i), { minLength: n, maxLength: n }),
).map(([ratio, [a, b], eighths, order]) => {
  const spread = [0, 8, ...eighths].slice(0, n)
  return order.map((i) => Q.mul(rational(a!, b!), rational(8 + (ratio - 1) * spread[i]!, 8)))
})

/** n eigenvalues of any sign. */
export const signedSpectrum = (fc: FastCheck, n: number): Arbitrary<Rational[]> =>
  fc.tuple(positiveSpectrum(fc, n), fc.array(fc.boolean(), { minLength: n, maxLength: n }))
    .map(([spectrum, minus]) => spectrum.map((k, i) => (minus[i] ? Q.neg(k) : k)))

export const isSymmetric = (entries: readonly (readonly Rational[])[]): boolean =>
  entries.every((row, i) => row.every((x, j) => Q.isZero(Q.sub(x, entries[j]![i]!))))
