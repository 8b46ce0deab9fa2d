/** All that the author of a theorem imports. */
export { defineTheorem, type Theorem } from './theorem/define.js'
export { work, type Source, type Work } from './theorem/source.js'
export { between, learningRate, positive, real } from './theorem/domains/scalar.js'
export { count } from './theorem/domains/count.js'
export { commutingWith, positiveDefinite, symmetric } from './theorem/domains/symmetric.js'
export { dataSet, realMatrix, realVector } from './theorem/domains/real.js'
export { index } from './theorem/domains/index.js'
export { measured } from './theorem/domains/measured.js'
export type { Domain } from './theorem/domain.js'
export {
  agrees, follows, law, limit, moments, simulated, threshold, type Oracle, type Support,
} from './theorem/support.js'
export * from './process/text.js'
export * from './process/laws.js'
export { escape } from './process/library/escape.js'
export { langevin } from './process/library/langevin.js'
export { minibatchRegression } from './process/library/minibatch-regression.js'
export { plainSgd, sgd } from './process/library/sgd.js'
