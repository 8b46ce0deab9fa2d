/** Twice the exponent of the Boltzmann law. */
import { plant } from './planted.js'
import { doubleWell } from './twins.js'

export default plant(doubleWell, 'stationary', { where: { 'U(x)': 'V * (x^2 - 1)^2', 'P(x)': 'exp(-2 * U(x) / T)' } })
