/** The gradient of the step before. */
import { gaussian, recurrence, scalar } from '../../src/index.js'
import { plant } from './planted.js'
import { oneWeight } from './twins.js'

export default plant(oneWeight, 'variance', { process: recurrence({
  state: { x: scalar, g: scalar }, noise: { eta: gaussian({ variance: 'c' }) },
  step: ['old = g', 'g = k * x + eta', 'x = x - lambda * old'],
}) })
