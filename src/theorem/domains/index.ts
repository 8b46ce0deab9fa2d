/** Indices of entries: a claim such as entry(Sigma, i, j) == ... is one statement for each row i and column j. */
import { refuse } from '../../symbolic/errors.js'
import type { Domain, DomainOptions } from '../domain.js'

/** A symbol that runs over 1 .. D; it is enumerated and never drawn. */
export const index = (describes: string, options: DomainOptions = {}): Domain<'index'> => Object.freeze({
  role: 'index', shape: 'scalar', rows: '1', columns: '1', symmetric: true, describes, whole: true, scaled: false,
  range: { plain: (x) => `${x} = 1 .. D`, tex: (x) => `${x} = 1, \\dots, D` },
  ...options,
  point: () => refuse('NO_POINT', `the index "${describes}" is enumerated, not drawn`),
  draw: () => refuse('NO_POINT', `the index "${describes}" is enumerated, not drawn`),
  contains: () => true,
} satisfies Domain<'index'>)
