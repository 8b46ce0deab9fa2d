/** The closed form without its finite-rate term: it no longer follows from the balance. */
import { plant } from './planted.js'
import { plain } from './twins.js'

export default plant(plain, 'closedForm', {
  claims: { ...plain.claims, closedForm: { when: 'K * C == C * K', then: 'Sigma == lambda * C * inv(K * 2)' } },
})
