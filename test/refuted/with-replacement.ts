/** A data set sampled with replacement where the formula is for sampling without. */
import { recurrence, rows, vector } from '../../src/index.js'
import { plant } from './planted.js'
import { finiteData } from './twins.js'

export default plant(finiteData, 'noise', { process: recurrence({
  state: { w: vector },
  batch: {
    size: 'S',
    sample: { x: rows({ data: 'X', replacement: true }), t: rows({ data: 'y', replacement: true, shape: 'scalar' }) },
  },
  step: ["g = mean(x * (x' * w - t))", 'w = w - lambda * g'],
}) })
