/** The quadratic term with the wrong sign. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'balance', {
  claims: { balance: 'K * Sigma + Sigma * K + lambda * K * Sigma * K == lambda * C' },
})
