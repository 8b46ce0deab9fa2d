/**
 * How a claim is decided from one recording. Three ways, by what the claim says of the samples: the covariance of exactly
 * Gaussian vectors (an exact test), the mean of a matrix of products, or a balance of means that must vanish.
 */
import { addOuterProducts, noOuterProducts } from '../simulation/outer-products.js'
import type { Recorded } from '../simulation/trajectories.js'
import type { Check, Status } from '../statistics/check.js'
import { createCovarianceCheck } from '../statistics/covariance-check.js'
import { createEntryCheck, type EntryClaim } from '../statistics/entry-check.js'
import { call, type Expression } from '../symbolic/expression.js'
import type { Value } from '../symbolic/value.js'
import type { Base } from './algebra.js'
import { affineOf, flatten, type Affine } from './affine.js'
import { equationOf } from './equation.js'
import { isConditional } from './measured.js'
import type { Recording } from './recording.js'
import { residualAt } from './residual.js'
import type { SimulatedDraw } from './simulated-draw.js'
import { measuredIn, pointWith, solutionOf } from './solution.js'
import type { Case } from './case.js'
import type { Variant } from './variant.js'

export interface Levels {
  readonly precision: number
  readonly alphaVerify: number
  readonly alphaRefute: number
}

export interface Checker {
  readonly recording: Recording
  update(chunk: Recorded): Status
  verdict(): Check<number[][]>
  /** most samples that are worth taking before the check is left undecided */
  readonly budget: number
}

/** The checker for a claim at a draw; null where the claim determines nothing that can be sampled. */
export function checkerFor(variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case): Checker | null {
  const measured = measuredIn(variant, at)
  const predicted = measured.length === 1 ? solutionOf(variant, measured[0]!, draw.base) : null
  if (predicted && isGiven(measured[0]!, at)) return conditionalChecker(measured[0]!, predicted, draw, levels)
  if (predicted && isCovariance(measured[0]!, at) && draw.gaussian) return gaussianChecker(measured[0]!, predicted, draw, levels)
  if (predicted && isCovariance(measured[0]!, at)) return entryChecker(measured[0]!, predicted, draw, levels)
  return measured.length ? balanceChecker(variant, measured, draw, levels) : null
}

/** A measure Cov(x) of one argument: symmetric, with variances on its diagonal. */
function isCovariance(name: string, { compiled }: Case): boolean {
  const measure = compiled.measure.get(name)
  return measure?.kind === 'call' && measure.name === 'Cov' && measure.operands.length === 1
}

const isGiven = (name: string, { compiled }: Case): boolean => {
  const measure = compiled.measure.get(name)
  return measure !== undefined && isConditional(measure)
}

const rows = (v: Value<number>): number[][] => v.entries.map((row) => [...row])

/** Looks come after each chunk; the sum of outer products is all the test needs. */
function gaussianChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const recording = draw.endpoints(name)
  const check = createCovarianceCheck({ claimed: rows(predicted), ...levels, bias: recording.bias })
  const d = predicted.entries.length
  let totals = noOuterProducts(d)
  return {
    recording,
    update: (chunk) => {
      totals = addOuterProducts(totals, chunk)
      return check.update(totals.count, matrixOf(totals.products, d))
    },
    verdict: check.verdict,
    // four times the mean sample size of an exact claim, which rises from 72 to about 150 / delta^2 at D = 4
    budget: (4 * (60 + 25 * d)) / levels.precision ** 2,
  }
}

const matrixOf = (flat: Float64Array, d: number): number[][] =>
  Array.from({ length: d }, (_, i) => Array.from(flat.subarray(i * d, (i + 1) * d)))

function entryChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const { recording, names } = draw.averages()
  const claim: EntryClaim = { claimed: rows(predicted), kind: 'covariance', tier: 'A', ...levels, bias: recording.bias }
  const check = createEntryCheck(claim)
  const places = flatten(recording.places[names.indexOf(name)]!)
  return {
    recording, verdict: check.verdict, budget: SAMPLES_OF_AVERAGES,
    update: (chunk) => check.update(interleaved(chunk, places)),
  }
}

/** Block means of single steps from a known state. */
function conditionalChecker(name: string, predicted: Value<number>, draw: SimulatedDraw, levels: Levels): Checker {
  const recording = draw.conditional(name)
  const check = createEntryCheck({ claimed: rows(predicted), kind: 'covariance', tier: 'A', ...levels })
  const places = flatten(recording.places[0]!)
  return {
    recording, verdict: check.verdict, budget: SAMPLES_OF_AVERAGES,
    update: (chunk) => check.update(interleaved(chunk, places)),
  }
}

const SAMPLES_OF_AVERAGES = 256 * 1024

/** Samples one after the other, each with its entries in reading order. */
function interleaved({ replicas, values }: Recorded, places: readonly number[]): Float64Array {
  const out = new Float64Array(replicas * places.length)
  places.forEach((place, e) => {
    for (let r = 0; r < replicas; r++) out[r * places.length + e] = values[place * replicas + r]!
  })
  return out
}

/** left - right is affine in the measured symbols: its samples must have mean zero, in units that a pilot chunk sets. */
function balanceChecker(variant: Variant, measured: readonly string[], draw: SimulatedDraw, levels: Levels): Checker {
  const { recording, names } = draw.averages()
  const equation = equationOf(variant, 'simulated')
  const parts = measured.map((name) => balancePart(name, recording.places[names.indexOf(name)]!, measured, variant, draw))
  let check: ReturnType<typeof createEntryCheck> | null = null
  const balance = (chunk: Recorded): Float64Array => balanced(chunk, parts)
  return {
    recording,
    budget: SAMPLES_OF_AVERAGES,
    update: (chunk) => {
      if (check) return check.update(balance(chunk))
      // the pilot chunk sets the units and is no evidence
      const at = new Map(measured.map((name) => [name, meanOf(chunk, recording.places[names.indexOf(name)]!, draw, name)]))
      check = createEntryCheck(balanceClaim(unitsOf(equation, at, variant, draw), levels, recording))
      return 'running'
    },
    verdict: () => check!.verdict(),
  }
}

interface Part {
  readonly affine: Affine<number>
  readonly places: readonly number[]
}

function balancePart(name: string, places: Value<number>, measured: readonly string[], variant: Variant, draw: SimulatedDraw): Part {
  const equation = equationOf(variant, 'simulated')
  const others = new Map(measured.map((other) => [other, zeroLike(other, draw)]))
  const affine = affineOf(
    (x) => residualAt(equation, pointWith(new Map(others).set(name, x), variant.where, draw.base)), others.get(name)!, draw.base.ring,
  )
  return { affine, places: flatten(places) }
}

function zeroLike(name: string, { base }: SimulatedDraw): Value<number> {
  const { rows: r, columns: c } = base.compiled.symbols.get(name)!
  const length = (size: string): number => (size === '1' ? 1 : base.dimension)
  return { rows: r, columns: c, entries: Array.from({ length: length(r) }, () => new Array<number>(length(c)).fill(0)) }
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
        if (weight !== 0) for (let r = 0; r < replicas; r++) out[r * width + e] = out[r * width + e]! + weight * values[places[k]! * replicas + r]!
      })
    }
  }
  return out
}

function meanOf({ replicas, values }: Recorded, places: Value<number>, draw: SimulatedDraw, name: string): Value<number> {
  const mean = (place: number): number => {
    let sum = 0
    for (let r = 0; r < replicas; r++) sum += values[place * replicas + r]!
    return sum / replicas
  }
  return { ...zeroLike(name, draw), entries: places.entries.map((row) => row.map(mean)) }
}

/**
 * Units of relative error: sqrt(Var x_i Var y_j) where the left side is a measured Cov(x, y); else sqrt |L_ii L_jj| for a
 * square left side L with a diagonal, else its largest entry.
 */
function unitsOf(
  equation: ReturnType<typeof equationOf>, measured: ReadonlyMap<string, Value<number>>, variant: Variant, draw: SimulatedDraw,
): number[][] {
  const own = equation.left.kind === 'symbol' ? spreads(draw.base.compiled.measure.get(equation.left.name), draw.base) : null
  if (own) return own
  const left = residualAt({ ...equation, right: { kind: 'operator', operator: '-', operands: [equation.right, equation.right] } },
    pointWith(measured, variant.where, draw.base))
  const largest = Math.max(...flatten(left).map(Math.abs))
  const diagonal = left.entries.map((row, i) => Math.abs(row[i] ?? 0))
  const square = left.entries.every((row) => row.length === left.entries.length) && diagonal.every((x) => x > 1e-3 * largest)
  return left.entries.map((row, i) => row.map((_, j) => (square ? Math.sqrt(diagonal[i]! * diagonal[j]!) : largest)))
}

/** sqrt(Var x_i Var y_j) of a measure Cov(x, y), exactly. */
function spreads(measure: Expression | undefined, base: Base<number>): number[][] | null {
  if (measure?.kind !== 'call' || measure.name !== 'Cov') return null
  const [x, y = x] = measure.operands
  const variances = (e: Expression): number[] =>
    base.chain().stationary(new Map([['v', call('Cov', e)]])).get('v')!.entries.map((row, i) => row[i]!)
  const [a, b] = [variances(x!), variances(y!)]
  return a.map((v) => b.map((w) => Math.sqrt(v * w)))
}

const balanceClaim = (scale: number[][], levels: Levels, { bias }: Recording): EntryClaim =>
  ({ claimed: scale.map((row) => row.map(() => 0)), kind: 'any', scale, tier: 'A', ...levels, bias })
