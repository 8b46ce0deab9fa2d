/** A process that no algebra reads, plain TypeScript or none at all: whoever wants its moments is told so. */
import { certify } from '../../process/stability/certify.js'
import { algorithmRecording } from '../algorithm-recording.js'
import { algorithmOf } from '../process-of.js'
import { textAverages } from '../text-averages.js'
import type { ProcessKind } from './process-kind.js'

const unread: Omit<ProcessKind, 'hasMoments' | 'averages'> = {
  hasSteps: false,
  readers: new Set(),
  stationary: (_compiled, _options, chain) => chain(),
  stability: (base, degree) => certify(base.chain(), degree),
  isHeavyTailed: () => false,
  sampled: (base) => ({ base, discretisation: null }),
  misprints: () => [],
}

export const algorithmKind: ProcessKind = {
  ...unread,
  hasMoments: false,
  averages: ({ base, measures, address }) =>
    algorithmRecording(algorithmOf(base.compiled), base, measures, address('averages')),
}

/** No process: its moments are asked for, and refused by name. */
export const noProcess: ProcessKind = { ...unread, hasMoments: true, averages: textAverages }
