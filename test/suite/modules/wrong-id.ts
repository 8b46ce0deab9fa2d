/** Calls itself by another's name. */
import { stated } from './_stated.js'

export default stated('good')
