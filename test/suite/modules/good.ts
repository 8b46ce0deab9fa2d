/** Behaves. */
import { stated } from './_stated.js'

export default stated('good', { one: 'a == a', two: 'b == b' })
