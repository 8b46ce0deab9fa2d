/** A formula that is negative in its own domain. */
import { plant } from './planted.js'
import { oneWeight } from './twins.js'

export default plant(oneWeight, 'variance', { claims: { variance: 'v == lambda * c / (k * (lambda * k - 2))' } })
