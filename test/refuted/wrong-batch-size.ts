/** A batch with one sample too many. */
import { centred, gaussian, recurrence, vector } from '../../src/index.js'
import { plant } from './planted.js'
import { gradientNoise } from './twins.js'

export default plant(gradientNoise, 'noise', { process: recurrence({
  state: { w: vector },
  batch: { size: 'S + 1', sample: { x: gaussian({ covariance: 'A' }), eps: centred({ variance: 'sigma^2' }) } },
  step: ["g = mean(x * (x' * w - eps))", 'w = w - lambda * g'],
}) })
