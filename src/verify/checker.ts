/** Which check decides a claim at a draw, by what the claim says of the samples. */
import type { Expression } from '../symbolic/expression.js'
import { mapValue } from '../symbolic/value.js'
import type { Case } from './case.js'
import { balanceChecker } from './checkers/balance.js'
import { rowsOf, type Checker, type Levels } from './checkers/checker.js'
import { averageChecker, conditionalChecker } from './checkers/entries.js'
import { gaussianChecker } from './checkers/gaussian.js'
import { lawChecker } from './checkers/law.js'
import { lawRecording } from './law-recording.js'
import { isConditional, measuredValues } from './measured.js'
import { readingOf } from './readings.js'
import type { SimulatedDraw } from './simulated-draw.js'
import { BIAS_SHARE } from './simulation-levels.js'
import { measuredIn, solutionOf } from './solution.js'
import type { Variant } from './variant.js'

/** The checker for a claim at a draw; null where the claim determines nothing that can be sampled. */
export function checkerFor(variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case): Checker | null {
  const measured = measuredIn(variant, at)
  const own = measured.map((name) => readingOf(name, draw.base))
  // of several, the first is sampled, and the others have the values of their oracles
  if (own[0] && own.every((found) => found)) {
    return own[0].reading.checker(measured[0]!, own[0].measure, variant, draw, levels)
  }
  const law = measured.find((name) => at.compiled.symbols.get(name)!.shape === 'law')
  if (law !== undefined) return checkerOfLaw(law, variant, draw, levels, at)
  const predicted = measured.length === 1 ? solutionOf(variant, measured[0]!, draw.base) : null
  if (predicted && isGivenCovariance(measured[0]!, at)) return conditionalChecker(measured[0]!, predicted, draw, levels)
  if (predicted && isCovariance(measured[0]!, at) && draw.gaussian) {
    return gaussianChecker(measured[0]!, variant, predicted, draw, levels, at)
  }
  if (predicted && isCovariance(measured[0]!, at)) return averageChecker(measured[0]!, predicted, draw, levels)
  return measured.length ? balanceChecker(variant, measured, draw, levels) : null
}

/** A law stands for its covariance here; covariances that the claim names are taken from the exact moments. */
function checkerOfLaw(name: string, variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case): Checker | null {
  const { base, gaussian } = draw
  const exact = measuredValues(base, new Set(measuredIn(variant, at)))
  const predicted = solutionOf(variant, name, base, exact, mapValue(exact.get(name)!, () => 0))
  const measure = at.compiled.measure.get(name)!
  return predicted && lawChecker(draw.kept(`law of ${name}`, (address) => lawRecording({
    base, address, gaussian, bias: at.options.precision * BIAS_SHARE,
    formula: measure.kind === 'call' ? measure.operands[0]! : measure,
  })), rowsOf(predicted), levels)
}

/** A measure Cov(x) of one argument: symmetric, with variances on its diagonal. */
const isCovariance = (name: string, { compiled }: Case): boolean => isVarianceOfOne(compiled.measure.get(name))

const isGivenCovariance = (name: string, { compiled }: Case): boolean => {
  const measure = compiled.measure.get(name)
  return measure !== undefined && isConditional(measure) && isVarianceOfOne(measure.operands[0])
}

const isVarianceOfOne = (e: Expression | undefined): boolean =>
  e?.kind === 'call' && e.name === 'Cov' && e.operands.length === 1
