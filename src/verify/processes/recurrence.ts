/** A recurrence: all is asked of the linear map on monomials that its step is. */
import { certify } from '../../process/stability/certify.js'
import { hasInfiniteFourthMoments } from '../infinite-moments.js'
import { recurrenceOf } from '../process-of.js'
import { stepMisprints } from '../process-misprints.js'
import { textAverages } from '../text-averages.js'
import type { ProcessKind } from './process-kind.js'

export const recurrenceKind: ProcessKind = {
  hasMoments: true,
  hasSteps: true,
  // quadratures for every misprint take too long
  readers: new Set(['moments', 'law', 'threshold', 'identity']),
  stationary: (_compiled, _options, chain) => chain(),
  stability: (base, degree) => certify(base.chain(), degree),
  isHeavyTailed: hasInfiniteFourthMoments,
  sampled: (base) => ({ base, discretisation: null }),
  averages: textAverages,
  misprints: (compiled) => stepMisprints(recurrenceOf(compiled), compiled),
}
