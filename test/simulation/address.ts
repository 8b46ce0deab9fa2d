/** The stream address that simulation tests share. */
import type { StreamAddress } from '../../src/simulation/streams.js'

export const address: StreamAddress = { seed: 'test', theorem: 'a/b', claim: 'c', draw: 0, phase: 'p' }
