/**
 * The step of a vector state of a recurrence as a chain of distances: from w it goes to m w / |w| plus normal noise of
 * deviation s in every direction, where m and s depend on |w| alone. Both are read off the lines themselves, which are
 * affine in their noises: from their values without noise and with each of them at one.
 */
import type { RadialChain } from '../../numeric/radial-exit.js'
import { linesOf } from '../../process/lines.js'
import { partBehind } from '../../process/part-behind.js'
import { refuse } from '../../symbolic/errors.js'
import { evaluate } from '../../symbolic/evaluate.js'
import { parseFormula } from '../../symbolic/parse.js'
import type { Value } from '../../symbolic/value.js'
import { environmentOf } from '../../theorem/environment.js'
import type { Base } from '../algebra.js'
import { inlined } from '../inlined.js'
import { recurrenceOf } from '../process-of.js'

const ROUNDING = 1e-10
/** Distances at which the form of the step is looked at. */
const DISTANCES = [0.3, 1.7]

/** @throws StatementError NOT_RADIAL for a step of another form */
export function radialStep(state: string, base: Base<number>): RadialChain {
  const { dimension } = base
  const at = stepAt(state, base)
  for (const r of DISTANCES) refuseUneven(state, r, at, dimension)
  const known = new Map<number, { readonly mean: number; readonly deviation: number }>()
  const along = (r: number) => {
    const { mean, covariance } = at(axis(dimension).map((x) => r * x))
    return { mean: mean[0]!, deviation: Math.sqrt(covariance[0]![0]!) }
  }
  const kept = (r: number) => known.get(r) ?? known.set(r, along(r)).get(r)!
  return { dimension, mean: (r) => kept(r).mean, deviation: (r) => kept(r).deviation }
}

const axis = (dimension: number): number[] => Array.from({ length: dimension }, (_, i) => (i === 0 ? 1 : 0))

/** A direction off all axes. */
function slant(dimension: number): number[] {
  const raw = Array.from({ length: dimension }, (_, i) => (i % 2 ? -1 : 1) * (i + 2))
  return raw.map((x) => x / Math.hypot(...raw))
}

const notRadial = (state: string, why: string): never =>
  refuse('NOT_RADIAL', `the step of "${state}" ${why}: it must be m(|w|) w plus normal noise, alike all around`)

interface Moments {
  readonly mean: readonly number[]
  readonly covariance: readonly (readonly number[])[]
}

/** Mean and covariance of the next value, given the present one. */
function stepAt(state: string, base: Base<number>): (w: readonly number[]) => Moments {
  const { next, covariances } = linesBehind(state, base)
  const none = covariances.map((rows) => rows.map(() => 0))
  return (w) => {
    const mean = next(w, none)
    const moved = (k: number, i: number, size: number): number[] =>
      next(w, none.map((zero, l) => (k === l ? zero.map((_, j) => (i === j ? size : 0)) : zero)))
        .map((x, j) => x - mean[j]!)
    const covariance = mean.map(() => mean.map(() => 0))
    covariances.forEach((rows, k) => {
      const units = rows.map((_, i) => moved(k, i, 1))
      const isLinear = units.every((unit, i) => areClose(moved(k, i, -2), unit.map((x) => -2 * x)))
      if (!isLinear) notRadial(state, 'is not affine in its noise')
      addImage(covariance, units, rows)
    })
    return { mean, covariance }
  }
}

interface Lines {
  /** the next value, given the present one and a draw of every noise */
  next(w: readonly number[], drawn: readonly (readonly number[])[]): number[]
  /** of every noise */
  readonly covariances: readonly (readonly (readonly number[])[])[]
}

function linesBehind(state: string, { compiled, given, ring, dimension }: Base<number>): Lines {
  const inline = inlined(compiled.where)
  const process = partBehind(recurrenceOf(compiled), [state], inline)
  const { noise = {} } = process
  if (Object.keys(process.state).length > 1 || process.batch) notRadial(state, 'moves with others, or in batches')
  if (!Object.values(noise).every(({ isGaussian }) => isGaussian)) notRadial(state, 'has noise that is not normal')
  const values = environmentOf(given, compiled.where, { ring, dimension })
  const lines = linesOf(process, inline)
  return {
    covariances: Object.values(noise).map((law) =>
      evaluate(inline(parseFormula(law.wick ?? law.moment(2)!)), values, ring).entries),
    next: (w, drawn) => {
      const scope = new Map([...values, [state, columnOf(w)] as const])
      Object.keys(noise).forEach((name, k) => scope.set(name, columnOf(drawn[k]!)))
      for (const { name, value } of lines) scope.set(name, evaluate(value, scope, ring))
      return scope.get(state)!.entries.flat()
    },
  }
}

/** Adds sum over k, l of c_kl u_k u_l' to a matrix. */
function addImage(
  to: number[][], units: readonly (readonly number[])[], covariance: readonly (readonly number[])[],
): void {
  covariance.forEach((row, k) => row.forEach((c, l) => {
    for (const [i, into] of to.entries()) for (const j of into.keys()) into[j]! += c * units[k]![i]! * units[l]![j]!
  }))
}

function refuseUneven(state: string, r: number, at: (w: readonly number[]) => Moments, dimension: number): void {
  const [here, there] = [axis(dimension), slant(dimension)].map((e) => {
    const { mean, covariance } = at(e.map((x) => r * x))
    const along = mean.reduce((sum, x, i) => sum + x * e[i]!, 0)
    const variance = covariance[0]![0]!
    const isEven = areClose(mean, e.map((x) => along * x))
      && covariance.every((row, i) => areClose(row, row.map((_, j) => (i === j ? variance : 0))))
    return isEven ? [along, variance] : notRadial(state, 'is not the same in every direction')
  }) as [number[], number[]]
  if (!areClose(here, there)) notRadial(state, 'depends on the direction')
}

const areClose = (a: readonly number[], b: readonly number[]): boolean => {
  const scale = Math.max(1e-300, ...[...a, ...b].map(Math.abs))
  return a.every((x, i) => Math.abs(x - b[i]!) <= ROUNDING * scale)
}

const columnOf = (x: readonly number[]): Value<number> =>
  ({ rows: x.length > 1 ? 'D' : '1', columns: '1', entries: x.map((one) => [one]) })
