/** Claims what is false. */
import { stated } from '../../../suite/modules/_stated.js'

export default stated('mixed/contrary', { right: 'proved', wrong: 'refuted' })
