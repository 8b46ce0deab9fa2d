/** Samples of averages over a process that is text: short runs where its potentials are known, else long averages. */
import type { StreamAddress } from '../simulation/streams.js'
import { StatementError } from '../symbolic/errors.js'
import type { Expression } from '../symbolic/expression.js'
import type { Base } from './algebra.js'
import { momentGrowth } from './moment-growth.js'
import { averageOf } from './observed.js'
import { discretisedRecording, recordingOf, type Recording } from './recording.js'
import type { SampledProcess } from './sampled-process.js'
import { shortRuns } from './short-runs.js'

export interface AveragesWanted {
  readonly base: Base<number>
  readonly measures: readonly Expression[]
  /** the process as simulation runs it. @throws StatementError */
  readonly sampled: () => SampledProcess
  /** are fourth moments infinite? */
  readonly heavy: boolean
  /** relative bias that burn-in may leave */
  readonly bias: number
  /** the finest precision that is asked for, and the probability of verifying what is off by it */
  readonly precision: number
  readonly alphaVerify: number
  readonly address: (what: string) => StreamAddress
}

/** Averaging over eight burn-ins makes a few thousand replicas decide at 2 %. */
const AVERAGING = 8

/** Opens a recording; nothing runs yet. @throws StatementError for a text that cannot be simulated */
export function textAverages(
  { measures, sampled, heavy, bias, precision, alphaVerify, address }: AveragesWanted,
): Recording {
  const { base, discretisation } = sampled()
  const observed = measures.map((measure) => averageOf(measure, base))
  const runs = (): Recording => shortRuns(base, observed, address('short runs'), { precision, alphaVerify })
  const recording = heavy ? runs() : whereStable(base, runs) ?? recordingOf({
    base, observed, address: address('averages'), bias, averaging: AVERAGING, blocksPerChunk: 8,
  })
  return discretisation ? discretisedRecording(recording, discretisation) : recording
}

/**
 * Null where a text does not state or close what is needed, or where no stationary law is known to exist: moment
 * equations have solutions beyond the edge of stability too.
 */
function whereStable(base: Base<number>, make: () => Recording): Recording | null {
  const growth = base.hasMoments ? momentGrowth(base, 2) : null
  if (growth === null || growth >= 1) return null
  try {
    return make()
  } catch (error) {
    if (error instanceof StatementError) return null
    throw error
  }
}
