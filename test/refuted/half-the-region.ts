/** Half of the stable region. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'stability', { claims: { stability: 'exists(Sigma) iff posdef(I - lambda * K) > 0' } })
