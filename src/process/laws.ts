/** The laws of noise that a process text may name. */
export { bernoulli, finiteSupport, rademacher, uniform } from './laws/bounded.js'
export { gaussian, standardNormal } from './laws/gaussian.js'
export { iid } from './laws/iid.js'
export type { Drawing, Law, MomentPoint, Rows, Texts } from './laws/law.js'
export { rows } from './laws/rows.js'
export { centred, type StatedMoments } from './laws/stated.js'
export { chiSquare, exponential, laplace, student } from './laws/tailed.js'
