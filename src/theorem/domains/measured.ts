/** Symbols that stand for something of the process: they are computed or estimated, never drawn. */
import { refuse } from '../../symbolic/errors.js'
import type { Size } from '../../symbolic/value.js'
import type { Domain, DomainOptions } from '../domain.js'
import { genericMatrix, genericSymmetric } from '../generic.js'

type Shape = Exclude<Domain['shape'], 'law'>

const sizes: Readonly<Record<Shape, readonly [Size, Size]>> =
  { scalar: ['1', '1'], vector: ['D', '1'], matrix: ['D', 'D'] }

const measuredAs = (shape: Shape, symmetric: boolean, words: string) =>
  (describes: string, options: DomainOptions = {}): Domain<'measured'> => {
    const [rows, columns] = sizes[shape]
    return Object.freeze({
      role: 'measured', shape, rows, columns, symmetric, describes, whole: false, scaled: false,
      range: { plain: (x) => `${x} measured, ${words}`, tex: (x) => `${x} \\text{ measured, ${words}}` },
      ...options,
      point: (context) => (symmetric ? genericSymmetric(context) : genericMatrix(context, rows, columns)),
      draw: () => refuse('MEASURED', `${describes} is measured and cannot be drawn`),
      contains: () => true,
    } satisfies Domain<'measured'>)
  }

/** A whole law has no entries: claims compare it with another law. */
const measuredLaw = (describes: string, options: DomainOptions = {}): Domain<'measured'> => Object.freeze({
  ...measured.vector(describes, options),
  shape: 'law',
  range: { plain: (x) => `${x} measured, law`, tex: (x) => `${x} \\text{ measured, law}` },
  point: () => refuse('NO_POINT', `${describes} is a law and has no value`),
} satisfies Domain<'measured'>)

/** Symbols of the process, by shape. */
export const measured = Object.freeze({
  /** a symmetric D x D matrix */
  covariance: measuredAs('matrix', true, 'symmetric matrix'),
  /** a D x D matrix, in general not symmetric */
  matrix: measuredAs('matrix', false, 'matrix'),
  vector: measuredAs('vector', false, 'vector'),
  scalar: measuredAs('scalar', false, 'number'),
  /** the whole law of a state, such as 'Law(w)' */
  law: measuredLaw,
})
