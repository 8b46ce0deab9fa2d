/** A factor on the wrong side: true for one weight, and wherever K and Sigma commute. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'lag', { claims: { lag: 'Past == Sigma * (I - lambda * K)' } })
