/** Momentum as a moving average: the factor 1 - mu is missing in the claim. */
import { gaussian, recurrence, scalar } from '../../src/index.js'
import { plant } from './planted.js'
import { momentumByHand } from './twins.js'

export default plant(momentumByHand, 'variance', { process: recurrence({
  state: { m: scalar, x: scalar }, noise: { eta: gaussian({ variance: 'c' }) },
  step: ['m = mu * m + (1 - mu) * (k * x + eta)', 'x = x - lambda * m'],
}) })
