/**
 * The mean of a matrix of products, entry by entry, for samples of any law: time averages, or block means of single
 * steps.
 */
import { createEntryCheck } from '../../statistics/entry-check.js'
import type { Value } from '../../symbolic/value.js'
import { flatten } from '../affine.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import { assumedCv2, interleaved, rowsOf, spreadsOf, type Checker, type Levels } from './checker.js'
import type { Recording } from '../recording.js'
import { budgetOf, cv2Of, deviationsOf, entrySettings } from './known-variances.js'

/** Time averages of (x - E x)(x - E x)', or short runs that stand for them, against the predicted Cov(x). */
export function averageChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const { recording, names } = draw.averages()
  return entryChecker(recording, flatten(recording.places[names.indexOf(name)]!), predicted, levels)
}

/** Block means of single steps from a known state against a predicted given(Cov(x), ...). */
export function conditionalChecker(
  name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels,
): Checker {
  const recording = draw.conditional(name)
  return entryChecker(recording, flatten(recording.places[0]!), predicted, levels)
}

function entryChecker(
  recording: Recording, places: readonly number[], predicted: Value<number>, levels: Levels,
): Checker {
  const claimed = rowsOf(predicted)
  const units = spreadsOf(claimed)
  const known = cv2Of(deviationsOf(recording, places), units)
  const check = createEntryCheck({ ...entrySettings(claimed, known, units), ...levels, bias: recording.bias })
  return {
    recording,
    verdict: check.verdict,
    sides: () => check.verdict().logE,
    target: () => ({ claimed, units }),
    cv2: () => known ?? assumedCv2(check.verdict(), units),
    budget: budgetOf(recording, known, levels),
    update: (chunk) => check.update(interleaved(chunk, places)),
  }
}
