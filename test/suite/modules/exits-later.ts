/** Is well-formed, and ends the process while another theorem is at work. */
import { stated } from './_stated.js'

setTimeout(() => process.exit(0), 90)
export default stated('exits-later')
