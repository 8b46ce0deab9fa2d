/** Behaves as well. */
import { stated } from './_stated.js'

export default stated('also-good')
