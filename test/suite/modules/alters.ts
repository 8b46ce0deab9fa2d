/** Makes chance certain. */
import { stated } from './_stated.js'

Math.random = () => 0.5
export default stated('alters')
