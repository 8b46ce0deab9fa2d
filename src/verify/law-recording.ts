/**
 * Last states of x for a claim about Law(x), value by value: replicas start at zero and burn in until second moments
 * are within the bias. Of a Gaussian state a variance that is off by a part b moves the distribution function by less
 * than b; of other states that is only an estimate.
 */
import type { StreamAddress } from '../simulation/streams.js'
import type { Expression } from '../symbolic/expression.js'
import type { Base } from './algebra.js'
import { recordingOf, type Recording } from './recording.js'

const BLOCKS_PER_CHUNK = 16

export interface LawRecordingOptions {
  readonly base: Base<number>
  /** the x of Law(x), as it is: a law has a mean too */
  readonly formula: Expression
  readonly address: StreamAddress
  /** relative bias that burn-in may leave in second moments */
  readonly bias: number
  /** is the state exactly Gaussian at every time? */
  readonly gaussian: boolean
}

/** Opens a recording; nothing runs yet. @throws StatementError for a text that cannot be simulated */
export function lawRecording({ base, formula, address, bias, gaussian }: LawRecordingOptions): Recording {
  const recording = recordingOf({
    base, observed: [{ formula, means: new Map() }], address, bias, averaging: 0, blocksPerChunk: BLOCKS_PER_CHUNK,
  })
  return gaussian ? recording : { ...recording, bias: { ...recording.bias, origin: 'estimated' } }
}
