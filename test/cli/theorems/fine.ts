/** Comes out as it says. */
import { stated } from '../../suite/modules/_stated.js'

export default stated('fine', { one: 'proved', two: 'verified' })
