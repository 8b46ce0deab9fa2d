/** A normal law of twice the covariance. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'gaussian', { claims: { gaussian: 'W == normal(2 * Sigma)' } })
