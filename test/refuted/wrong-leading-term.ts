/** A limit with a wrong coefficient in its leading term. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'slow', {
  claims: { slow: { limit: 'lambda -> 0', then: 'K * Sigma + Sigma * K == 2 * lambda * C' } },
})
