/** Leaves a rejection that nobody handles. */
import { stated } from './_stated.js'

void Promise.reject(new Error('unheard'))
export default stated('rejects')
