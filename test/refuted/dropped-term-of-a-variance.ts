/** The variance of continuous time, for a finite learning rate. */
import { plant } from './planted.js'
import { oneWeight } from './twins.js'

export default plant(oneWeight, 'variance', { claims: { variance: 'v == lambda * c / (2 * k)' } })
