/** The quadratic term with a factor 1/2. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'balance', {
  claims: { balance: 'K * Sigma + Sigma * K - lambda * K * Sigma * K / 2 == lambda * C' },
})
