/** The weights move before their momentum does. */
import { gaussian, recurrence, scalar } from '../../src/index.js'
import { plant } from './planted.js'
import { momentumByHand } from './twins.js'

export default plant(momentumByHand, 'cross', { process: recurrence({
  state: { m: scalar, x: scalar }, noise: { eta: gaussian({ variance: 'c' }) },
  step: ['x = x - lambda * m', 'm = mu * m + k * x + eta'],
}) })
