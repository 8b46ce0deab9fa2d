/** Functions that a claim quantifies over, such as the test functions of a generator: f(theta), and its derivatives. */
import { refuse } from '../../symbolic/errors.js'
import type { Domain, DomainOptions } from '../domain.js'

/** Any smooth function of one variable: at a generic point its values and derivatives are independent numbers. */
export const anyFunction = (describes: string, options: DomainOptions = {}): Domain<'function'> => Object.freeze({
  role: 'function', shape: 'scalar', rows: '1', columns: '1', symmetric: true, describes, whole: false, scaled: false,
  range: { plain: (x) => `${x} any smooth function`, tex: (x) => `${x} \\in C^{\\infty}(\\mathbb{R})` },
  ...options,
  point: () => refuse('NO_POINT', `the function "${describes}" has no value of its own; write f(theta)`),
  draw: () => refuse('NO_POINT', `the function "${describes}" is arbitrary and cannot be drawn`),
  contains: () => true,
} satisfies Domain<'function'>)
