/** Writes to both streams. */
import { stated } from './_stated.js'

console.log('printed to stdout')
console.error('printed to stderr')
export default stated('prints')
