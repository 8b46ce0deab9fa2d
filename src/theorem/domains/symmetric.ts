/** Symmetric matrices by their spectrum: positive definite, indefinite, or with the eigenvectors of another symbol. */
import type { Arbitrary } from 'fast-check'
import type { Rational } from '../../symbolic/rings/rational.js'
import type { Domain, DomainOptions, FastCheck, PointContext, Range } from '../domain.js'
import { genericPolynomial, genericSymmetric } from '../generic.js'
import { withSpectrum } from '../orthogonal.js'
import { isPositiveDefinite } from '../../process/stability/positive-definite.js'
import { isSymmetric, positiveSpectrum, signedSpectrum } from '../spectrum.js'
import type { Value } from '../../symbolic/value.js'

export interface CommutingOptions extends DomainOptions {
  /** eigenvalues of any sign; default: positive */
  readonly signed?: boolean
}

interface Spectral {
  readonly range: Range
  readonly positive: boolean
  readonly scaled?: boolean
  readonly commutesWith?: string
  point<T>(context: PointContext<T>): Value<T>
}

function spectral(describes: string, options: DomainOptions, { positive, ...of }: Spectral): Domain<'given'> {
  const spectrum: (fc: FastCheck, n: number) => Arbitrary<Rational[]> = positive ? positiveSpectrum : signedSpectrum
  return Object.freeze({
    role: 'given', shape: 'matrix', rows: 'D', columns: 'D', symmetric: true, describes, whole: false, scaled: false,
    ...of,
    ...options,
    draw: ({ fc, basis, dimension }) => spectrum(fc, dimension).map((k) => withSpectrum(basis, k)),
    contains: ({ entries }) => isSymmetric(entries) && (!positive || isPositiveDefinite(entries)),
  } satisfies Domain<'given'>)
}

const definite: Range = { plain: (x) => `${x} positive definite`, tex: (x) => `${x} \\succ 0` }
const selfAdjoint: Range = { plain: (x) => `${x} symmetric`, tex: (x) => `${x} = ${x}^{\\top}` }

/** A symmetric positive definite D x D matrix. */
export const positiveDefinite = (describes: string, options: DomainOptions = {}): Domain<'given'> =>
  spectral(describes, options, { range: definite, positive: true, point: genericSymmetric })

/** A symmetric D x D matrix. */
export const symmetric = (describes: string, options: DomainOptions = {}): Domain<'given'> =>
  spectral(describes, options, { range: selfAdjoint, positive: false, point: genericSymmetric })

/** A symmetric matrix with the eigenvectors of another symbol, and positive eigenvalues unless `signed`. */
export function commutingWith(
  name: string, describes = `commutes with ${name}`, { scaled = false, signed = false, ...rest }: CommutingOptions = {},
): Domain<'given'> {
  return spectral(describes, rest, {
    range: {
      plain: (x) => `${x} ${signed ? 'symmetric' : 'positive definite'}, ${x} * ${name} == ${name} * ${x}`,
      tex: (x) => `${signed ? '' : `${x} \\succ 0,\\ `}[${x}, ${name}] = 0`,
    },
    positive: !signed,
    scaled,
    commutesWith: name,
    point: (context) => genericPolynomial(context, context.valueOf(name)),
  })
}
