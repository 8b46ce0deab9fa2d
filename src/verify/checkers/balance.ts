/** A balance of several measured means: left - right is affine in them, so its samples must have mean zero. */
import type { Recorded } from '../../simulation/trajectories.js'
import type { Bias } from '../../statistics/check.js'
import { createEntryCheck, type EntryClaim } from '../../statistics/entry-check.js'
import type { Value } from '../../symbolic/value.js'
import { refuse } from '../../symbolic/errors.js'
import { affineOf, flatten, isAffine, type Affine } from '../affine.js'
import { equationOf } from '../equation.js'
import { isConditional } from '../measured.js'
import { residualAt } from '../residual.js'
import type { Recording } from '../recording.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import { pointWith, zeroOf } from '../solution.js'
import type { Variant } from '../variant.js'
import { assumedCv2, type Checker, type Levels } from './checker.js'
import { budgetOf, cv2Of, rootsOf } from './known-variances.js'
import { unitsOf } from './units.js'

/**
 * left - right is affine in the measured symbols: its samples must have mean zero, in units that a pilot chunk sets.
 */
export function balanceChecker(
  variant: Variant, measured: readonly string[], draw: SimulatedDraw, levels: Levels,
): Checker {
  const { recording, names } = samplesOf(measured, draw)
  const equation = equationOf(variant, 'simulated')
  const parts =
    measured.map((name) => balancePart(name, recording.places[names.indexOf(name)]!, measured, variant, draw))
  requireAffine(parts, measured, variant, draw)
  const deviations = deviationsIn(parts, recording)
  let check: ReturnType<typeof createEntryCheck> | null = null
  let units: number[][] = []
  const balance = (chunk: Recorded): Float64Array => balanced(chunk, parts)
  return {
    recording,
    // the units, and with them the samples that are needed, are known after the first chunk only
    budget: budgetOf(recording, deviations && recording.stepsPerSample ? Infinity : null, levels),
    update: (chunk) => {
      if (check) return check.update(balance(chunk))
      // the pilot chunk sets the units and is no evidence
      const at =
        new Map(measured.map((name) => [name, meanOf(chunk, recording.places[names.indexOf(name)]!, draw, name)]))
      units = unitsOf(equation, at, variant, draw)
      check = createEntryCheck({ ...balanceClaim(units, cv2Of(deviations, units)), ...levels,
        bias: biasIn(parts, recording, units, levels) })
      return 'running'
    },
    verdict: () => check!.verdict(),
    sides: () => check!.verdict().logE,
    target: () => ({ claimed: units.map((row) => row.map(() => 0)), units }),
    cv2: () => (check ? cv2Of(deviations, units) ?? assumedCv2(check.verdict(), units) : null),
  }
}

/**
 * Averages of the stationary process, or single steps where all measures are given one state. @throws StatementError
 */
function samplesOf(measured: readonly string[], draw: SimulatedDraw): ReturnType<SimulatedDraw['averages']> {
  const given = measured.filter((name) => isConditional(draw.base.compiled.measure.get(name)!))
  if (!given.length) return draw.averages()
  if (given.length === measured.length) return { recording: draw.conditional(...measured), names: measured }
  return refuse('NOT_SIMULATED',
    `${given.join(', ')} start from a given state and the other measures do not; simulate them apart`)
}

/**
 * Where discretisation shifts the means by known amounts, so it does the balance. @throws StatementError TIME_STEP
 * where that takes half of the precision or more
 */
function biasIn(
  parts: readonly Part[], { bias, discretisation }: Recording, units: readonly number[][], { precision }: Levels,
): Bias {
  if (!discretisation) return bias
  const { shifts, besides } = discretisation
  const shifted = units.flat().map((unit, e) => Math.abs(parts.reduce((total, { affine, places }) =>
    affine.columns.reduce((sum, column, k) => sum + column[e]! * shifts[places[k]!]!, total), 0)) / unit)
  const value = besides.value + Math.max(...shifted)
  if (!(value < precision / 2)) {
    refuse('TIME_STEP', `time steps shift what is compared by ${value} of its unit; compare measured means one by one`)
  }
  return { ...bias, value }
}

interface Part {
  readonly affine: Affine<number>
  readonly places: readonly number[]
}

function balancePart(
  name: string, places: Value<number>, measured: readonly string[], variant: Variant, draw: SimulatedDraw,
): Part {
  const others = measured.map((other) => zeroOf(other, draw.base))
  const at = measured.indexOf(name)
  const residual = residualOf(measured, variant, draw)
  const affine = affineOf((x) => residual(...others.with(at, x)), others[at]!, draw.base.ring)
  return { affine, places: flatten(places) }
}

/** left - right as a function of the measured symbols. */
function residualOf(measured: readonly string[], variant: Variant, { base }: SimulatedDraw) {
  const equation = equationOf(variant, 'simulated')
  return (...x: Value<number>[]): Value<number> =>
    residualAt(equation, pointWith(new Map(measured.map((name, k) => [name, x[k]!])), variant.where, base))
}

/** The mean of a product is not the product of means. @throws StatementError NOT_AFFINE */
function requireAffine(
  parts: readonly Part[], measured: readonly string[], variant: Variant, draw: SimulatedDraw,
): void {
  const shapes = measured.map((name) => zeroOf(name, draw.base))
  if (isAffine(residualOf(measured, variant, draw), parts.map(({ affine }) => affine), shapes, draw.base.ring)) return
  refuse('NOT_AFFINE', `simulated() needs a claim that is affine in ${measured.join(', ')}: write products of means `
    + 'as claims of their own')
}

function balanced({ replicas, values }: Recorded, parts: readonly Part[]): Float64Array {
  const width = parts[0]!.affine.constant.length
  const out = new Float64Array(replicas * width)
  for (let e = 0; e < width; e++) {
    const constant = parts[0]!.affine.constant[e]!
    for (let r = 0; r < replicas; r++) out[r * width + e] = constant
    for (const { affine, places } of parts) {
      affine.columns.forEach((column, k) => {
        const weight = column[e]!
        if (weight !== 0) {
          addColumn(out, e, width, weight, values.subarray(places[k]! * replicas, (places[k]! + 1) * replicas))
        }
      })
    }
  }
  return out
}

function addColumn(out: Float64Array, e: number, width: number, weight: number, column: Float64Array): void {
  for (let r = 0; r < column.length; r++) out[r * width + e] = out[r * width + e]! + weight * column[r]!
}

function meanOf(
  { replicas, values }: Recorded, places: Value<number>, draw: SimulatedDraw, name: string,
): Value<number> {
  const mean = (place: number): number => {
    let sum = 0
    for (let r = 0; r < replicas; r++) sum += values[place * replicas + r]!
    return sum / replicas
  }
  return { ...zeroOf(name, draw.base), entries: places.entries.map((row) => row.map(mean)) }
}

/** Tier C where a bound on the variance is known, else tier A. */
const balanceClaim =
  (scale: number[][], cv2: number | null): Pick<EntryClaim, 'claimed' | 'kind' | 'scale' | 'tier' | 'cv2'> =>
    ({ claimed: scale.map((row) => row.map(() => 0)), kind: 'any', scale, ...(cv2 === null ? { tier: 'A' } : {
      tier: 'C', cv2,
    }) })

/**
 * Deviations of the entries: exactly, or by bounds, since that of a weighted sum is at most the weighted sum of
 * deviations.
 */
function deviationsIn(parts: readonly Part[], recording: Recording): number[] | null {
  const { covariances } = recording
  const entries = parts[0]!.affine.constant.map((_, e) => parts.flatMap(({ affine, places }) =>
    affine.columns.map((column, k) => ({ weight: column[e]!, place: places[k]! }))
      .filter(({ weight }) => weight !== 0)))
  if (covariances) {
    return rootsOf(entries.map((terms) => terms.reduce((sum, a) =>
      terms.reduce((total, b) => total + a.weight * b.weight * covariances[a.place]![b.place]!, sum), 0)))
  }
  const { variances } = recording
  return variances ? entries.map(
    (terms) => terms.reduce((sum, { weight, place }) => sum + Math.abs(weight) * Math.sqrt(variances[place]!), 0),
  ) : null
}
