/**
 * passage(x, from, to): the mean time that a diffusion takes from one point to another, the far end free. Its
 * samples are first passages of the discretised equation, of one state.
 */
import { meanPassage } from '../../numeric/mean-passage.js'
import { motionOf } from '../../process/ito/motion.js'
import { createMeanCheck } from '../../statistics/mean-check.js'
import { print } from '../../symbolic/print.js'
import { scalarValue } from '../../symbolic/value.js'
import type { Check } from '../../statistics/check.js'
import type { Checker, Levels } from '../checkers/checker.js'
import type { Ball } from '../enclosures/ball.js'
import { inlined } from '../inlined.js'
import { againstPrediction, predictedNumber } from '../predicted-number.js'
import type { Call, Reading } from '../readings.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import { passageAt } from './passage-at.js'
import { passageRecording } from './passage-recording.js'
import { passageStep, type PassageStep } from './passage-step.js'
import { passageTime } from './passage-time.js'
import type { Recording } from '../recording.js'

export const passage: Reading = {
  oracle: (measure, base) => {
    const { mean, error } = passageTime(measure, base)
    return scalarValue({ value: mean, error })
  },
  checker: (name, measure, variant, draw, levels) => {
    const predicted = predictedNumber(variant, name, draw)
    const { recording, step } = recordingAt(measure, draw, levels)
    return passageChecker(predicted, recording, step, levels)
  },
}

interface Opened {
  readonly recording: Recording
  readonly step: PassageStep
}

/**
 * Discretisation may change the mean by twice the precision: the change is known, and half of it would cost twice the
 * steps.
 */
const recordingAt = (measure: Call, draw: SimulatedDraw, { precision }: Levels): Opened =>
  draw.kept(`${print(measure)} ${precision}`, (address) => {
    const at = passageAt(measure, draw.base)
    const motion = motionOf(at.process, at.values, inlined(draw.base.compiled.where))
    const exact = meanPassage(motion, at.from, at.to)
    const step = passageStep(motion, at.from, at.to, exact, 2 * precision)
    return { step, recording: passageRecording(measure, at, exact.mean, step, draw.base, address) }
  })

/** Exit times are nonnegative, with a variance that the chain's own equation gives (tier C). */
function passageChecker(predicted: Ball, recording: Recording, { cv2 }: PassageStep, levels: Levels): Checker {
  const claimed = predicted.value
  const check = createMeanCheck({
    claimed, support: 'nonnegative', tier: 'C', cv2: roundedUp(cv2), ...levels, name: 'passage',
    bias: againstPrediction(predicted, recording.bias, levels),
  })
  return {
    recording,
    // four times the mean sample size of a true claim
    budget: 4 * 72 * cv2 / levels.precision ** 2,
    cv2: () => roundedUp(cv2),
    update: ({ values }) => check.update(values),
    sides: () => check.verdict().logE,
    verdict: () => inRows(check.verdict()),
    target: () => ({ claimed: [[claimed]], units: [[Math.abs(claimed)]] }),
  }
}

/** A bound in three digits: the cv2 of the grid is good to many more. */
const roundedUp = (cv2: number): number => Math.ceil(cv2 * 1000 + 1e-3) / 1000

const inRows = (check: Check): Check<number[][]> => ({
  ...check,
  estimate: check.estimate === null ? null : [[check.estimate]],
  standardError: check.standardError === null ? null : [[check.standardError]],
})
