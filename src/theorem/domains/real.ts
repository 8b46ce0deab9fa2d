/** Vectors, matrices and data sets of real numbers, without structure. */
import { refuse } from '../../symbolic/errors.js'
import type { Rational } from '../../symbolic/rings/rational.js'
import type { Size, Value } from '../../symbolic/value.js'
import type { Domain, DomainOptions } from '../domain.js'
import { genericMatrix, lengthOf } from '../generic.js'
import { withSpectrum } from '../orthogonal.js'
import { anyFraction } from '../rationals.js'
import { signedSpectrum } from '../spectrum.js'

export interface DataOptions extends DomainOptions {
  /** one number per example, such as labels; default: a row of D numbers */
  readonly scalar?: boolean
}

/** A column of D real numbers. */
export const realVector = (describes: string, options: DomainOptions = {}): Domain<'given'> =>
  array(describes, options, 'D', '1')

/** A D x D matrix of real numbers, in general not symmetric. */
export function realMatrix(describes: string, options: DomainOptions = {}): Domain<'given'> {
  const general = array(describes, options, 'D', 'D')
  return Object.freeze({
    ...general,
    // what commutes with a symmetric matrix of simple spectrum is symmetric itself
    draw: (context) => context.shared
      ? signedSpectrum(context.fc, context.dimension).map((k) => withSpectrum(context.basis, k))
      : general.draw(context),
  } satisfies Domain<'given'>)
}

/** A data set of a fixed number of examples, one per row. @throws StatementError unless there are at least two */
export function dataSet(
  examples: number, describes: string, { scalar = false, ...rest }: DataOptions = {},
): Domain<'given'> {
  if (!Number.isSafeInteger(examples) || examples < 2) {
    refuse('BAD_DOMAIN', `a data set of ${examples} examples; give a whole number >= 2`)
  }
  return array(describes, rest, String(examples), scalar ? '1' : 'D')
}

function array(describes: string, options: DomainOptions, rows: Size, columns: Size): Domain<'given'> {
  const sizes = columns === '1' ? rows : `${rows} \\times ${columns}`
  return Object.freeze({
    role: 'given', shape: columns === '1' ? 'vector' : 'matrix', symmetric: false, whole: false, scaled: false,
    rows, columns, describes,
    range: { plain: (x) => `${x} real, ${rows} x ${columns}`, tex: (x) => `${x} \\in \\mathbb{R}^{${sizes}}` },
    ...options,
    point: (context) => genericMatrix(context, rows, columns),
    draw: ({ fc, dimension }) => {
      const list = <T>(of: Parameters<typeof fc.array<T>>[0], size: Size) => {
        const length = lengthOf(size, dimension)
        return fc.array(of, { minLength: length, maxLength: length })
      }
      return list(list(anyFraction(fc), columns), rows).map((entries): Value<Rational> => ({ rows, columns, entries }))
    },
    contains: (value) => value.rows === rows && value.columns === columns,
  } satisfies Domain<'given'>)
}
