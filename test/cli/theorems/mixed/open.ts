/** Claims what nothing decides. */
import { stated } from '../../../suite/modules/_stated.js'

export default stated('mixed/open', { one: 'undecided' })
