/** Has a twin of the same name. */
import { stated } from './_stated.js'

export default stated('twice')
