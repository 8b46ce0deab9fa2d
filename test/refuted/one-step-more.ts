/** A lag of two steps for a lag of one. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'lag', { claims: { lag: 'Past == (I - lambda * K)^2 * Sigma' } })
