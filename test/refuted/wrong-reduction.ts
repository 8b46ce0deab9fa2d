/** A formula with momentum that does not become the one without. */
import { plant } from './planted.js'
import { heavyBall } from './twins.js'

export default plant(heavyBall, 'reduction', { claims: { reduction: {
    when: 'K * C == C * K', then: 'Sigma == lambda / (1 - mu) * C * inv(K * (2 * I - K / (1 + mu)))',
  } } })
