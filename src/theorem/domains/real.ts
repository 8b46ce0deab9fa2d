/** Vectors and matrices without structure. */
import type { Rational } from '../../symbolic/rings/rational.js'
import type { Size, Value } from '../../symbolic/value.js'
import type { Domain, DomainOptions } from '../domain.js'
import { genericMatrix } from '../generic.js'
import { withSpectrum } from '../orthogonal.js'
import { anyFraction } from '../rationals.js'
import { signedSpectrum } from '../spectrum.js'

/** A D x D matrix of real numbers, in general not symmetric. */
export const realMatrix = (describes: string, options: DomainOptions = {}): Domain<'given'> => {
  const general = array(describes, options, 'D')
  return Object.freeze({
    ...general,
    // what commutes with a symmetric matrix of simple spectrum is symmetric itself
    draw: (context) => context.shared
      ? signedSpectrum(context.fc, context.dimension).map((k) => withSpectrum(context.basis, k))
      : general.draw(context),
  } satisfies Domain<'given'>)
}

/** A column of D real numbers. */
export const realVector = (describes: string, options: DomainOptions = {}): Domain<'given'> =>
  array(describes, options, '1')

function array(describes: string, options: DomainOptions, columns: Size): Domain<'given'> {
  const space = columns === '1' ? 'D' : 'D \\times D'
  const shape = columns === '1' ? 'vector' : 'matrix'
  return Object.freeze({
    role: 'given', shape, rows: 'D', columns, symmetric: false, describes, whole: false, scaled: false,
    range: { plain: (x) => `${x} real ${shape}`, tex: (x) => `${x} \\in \\mathbb{R}^{${space}}` },
    ...options,
    point: (context) => genericMatrix(context, 'D', columns),
    draw: ({ fc, dimension }) => {
      const width = columns === '1' ? 1 : dimension
      const row = fc.array(anyFraction(fc), { minLength: width, maxLength: width })
      return fc.array(row, { minLength: dimension, maxLength: dimension })
        .map((entries): Value<Rational> => ({ rows: 'D', columns, entries }))
    },
    contains: ({ rows, columns: found }) => rows === 'D' && found === columns,
  } satisfies Domain<'given'>)
}
