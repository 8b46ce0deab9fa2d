/**
 * The features are drawn once for the whole batch. (One label noise for the batch would be true: features average it.)
 */
import { centred, gaussian, recurrence, vector } from '../../src/index.js'
import { plant } from './planted.js'
import { regression } from './twins.js'

export default plant(regression, 'balance', { process: recurrence({
  state: { m: vector, w: vector },
  noise: { x: gaussian({ covariance: 'A' }) },
  batch: { size: 'S', sample: { eps: centred({ variance: 'sigma^2' }) } },
  step: ["g = mean(x * (x' * w - eps))", 'm = 0 * m + g', 'w = w - lambda * m'],
}) })
