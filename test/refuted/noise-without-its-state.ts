/** The noise at the solution, for weights elsewhere. */
import { plant } from './planted.js'
import { gradientNoise } from './twins.js'

export default plant(gradientNoise, 'noise', { claims: { noise: 'N == sigma^2 / S * A' } })
