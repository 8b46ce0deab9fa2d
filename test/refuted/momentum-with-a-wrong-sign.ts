/** 1 + mu and 1 - mu exchanged in the inner bracket: the same without momentum. */
import { plant } from './planted.js'
import { heavyBall } from './twins.js'

export default plant(heavyBall, 'closedForm', { claims: { closedForm: {
    when: 'K * C == C * K', then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - lambda / (1 - mu) * K))',
  } } })
