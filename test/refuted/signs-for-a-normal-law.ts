/** Noise of the right variance with two values, under the claim of a normal law. */
import { rademacher, recurrence, scalar } from '../../src/index.js'
import { plant } from './planted.js'
import { lawOfOneStep } from './twins.js'

const process = recurrence({
  state: { x: scalar }, noise: { s: rademacher }, step: ['x = x - lambda * (k * x + sqrt(c) * s)'],
})

export default plant(lawOfOneStep, 'law', { process })
