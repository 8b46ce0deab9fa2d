/** The mean of a matrix of products, entry by entry, for samples of any law: time averages, or block means of single steps. */
import { createEntryCheck } from '../../statistics/entry-check.js'
import type { Value } from '../../symbolic/value.js'
import { flatten } from '../affine.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import { assumedCv2, interleaved, rowsOf, SAMPLES_OF_AVERAGES, spreadsOf, type Checker, type Levels } from './checker.js'
import type { Recording } from '../recording.js'

/** Time averages of (x - E x)(x - E x)' against the predicted Cov(x). */
export function averageChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const { recording, names } = draw.averages()
  return entryChecker(recording, flatten(recording.places[names.indexOf(name)]!), predicted, levels)
}

/** Block means of single steps from a known state against a predicted given(Cov(x), ...). */
export function conditionalChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const recording = draw.conditional(name)
  return entryChecker(recording, flatten(recording.places[0]!), predicted, levels)
}

function entryChecker(recording: Recording, places: readonly number[], predicted: Value<number>, levels: Levels): Checker {
  const claimed = rowsOf(predicted)
  const units = spreadsOf(claimed)
  const check = createEntryCheck({ claimed, kind: 'covariance', tier: 'A', ...levels, bias: recording.bias })
  return {
    recording,
    verdict: check.verdict,
    target: () => ({ claimed, units }),
    cv2: () => assumedCv2(check.verdict(), units),
    budget: SAMPLES_OF_AVERAGES,
    update: (chunk) => check.update(interleaved(chunk, places)),
  }
}
