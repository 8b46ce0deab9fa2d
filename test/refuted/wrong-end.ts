/** The passage to the top of the barrier, which takes half of the time. */
import { plant } from './planted.js'
import { doubleWell } from './twins.js'

export default plant(doubleWell, 'passage', { measure: { M: 'passage(x, -1, 0)' } })
