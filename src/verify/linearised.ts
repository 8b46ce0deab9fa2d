/**
 * Is a statement that is not affine in the measured means false of them? At the sample means x of what was recorded for
 * the claim, r = left - right has the standard error sqrt(J C J' / n) of the delta method; what curvature adds within
 * six
 * standard errors of each mean is granted to the statement. For misprints alone: a fixed sample, an asymptotic error.
 */
import { flatten, unflatten } from './affine.js'
import type { Recorded } from '../simulation/trajectories.js'
import type { Case } from './case.js'
import { equationOf } from './equation.js'
import { isConditional } from './measured.js'
import { residualAt } from './residual.js'
import type { SimulatedDraw } from './simulated-draw.js'
import { measuredIn, pointWith, zeroOf } from './solution.js'
import type { Variant } from './variant.js'

const FEW_CHUNKS = 4
const WITHIN = 6

/** @param alpha largest probability of calling a true statement false */
export function isFalseAtMeans(variant: Variant, draw: SimulatedDraw, alpha: number, at: Case): boolean {
  const measured = measuredIn(variant, at)
  const given = measured.some((name) => isConditional(at.compiled.measure.get(name)!))
  const { recording, names } = given ? { recording: draw.conditional(...measured), names: measured } : draw.averages()
  const places = measured.flatMap((name) => flatten(recording.places[names.indexOf(name)]!))
  const chunks = Array.from({ length: Math.max(FEW_CHUNKS, recording.recorded()) }, (_, k) => recording.chunk(k))
  const { mean, covariance } = jointMoments(chunks, places)
  const residual = residualOver(variant, measured, draw)
  const errors = covariance.map((row, i) => Math.sqrt(row[i]!))
  const bends = mean.map((_, i) => bendAlong(residual, mean, i, WITHIN * errors[i]! + Number.EPSILON))
  const level = Math.sqrt(2 * Math.log(2 * bends[0]!.slope.length / alpha))
  return residual(mean).some((value, e) => {
    const slopes = bends.map(({ slope }) => slope[e]!)
    const variance =
      slopes.reduce((sum, a, i) => sum + slopes.reduce((row, b, j) => row + a * b * covariance[i]![j]!, 0), 0)
    const granted = bends.reduce((sum, { second }, i) =>
      sum + Math.abs(second[e]!) + recording.bias.value * Math.abs(slopes[i]! * mean[i]!), 0)
    return Math.abs(value) > level * Math.sqrt(Math.max(0, variance)) + granted
  })
}

type Residual = (x: readonly number[]) => number[]

function residualOver(variant: Variant, measured: readonly string[], { base }: SimulatedDraw): Residual {
  const equation = equationOf(variant, 'simulated')
  const shapes = measured.map((name) => zeroOf(name, base))
  return (x) => {
    let next = 0
    const values = shapes.map((shape) => {
      const size = flatten(shape).length
      next += size
      return unflatten(x.slice(next - size, next), shape)
    })
    return flatten(
      residualAt(equation, pointWith(new Map(measured.map((name, k) => [name, values[k]!])), variant.where, base)),
    )
  }
}

/** Slope of the residual along one mean, and how far it bends away from it within `reach`. */
function bendAlong(
  residual: Residual, mean: readonly number[], i: number, reach: number,
): { slope: number[]; second: number[] } {
  const [up, down] = [1, -1].map((side) => residual(mean.with(i, mean[i]! + side * reach))) as [number[], number[]]
  const here = residual(mean)
  return {
    slope: here.map((_, e) => (up[e]! - down[e]!) / (2 * reach)),
    second: here.map((value, e) => (up[e]! + down[e]!) / 2 - value),
  }
}

/** Means of the observed places, and the covariance of these means. */
function jointMoments(
  chunks: readonly Recorded[], places: readonly number[],
): { mean: number[]; covariance: number[][] } {
  const n = chunks.reduce((sum, { replicas }) => sum + replicas, 0)
  const total = (f: (chunk: Recorded, r: number) => number): number =>
    chunks.reduce((sum, chunk) =>
      sum + Array.from({ length: chunk.replicas }, (_, r) => f(chunk, r)).reduce((a, b) => a + b, 0), 0)
  const at = ({ values, replicas }: Recorded, place: number, r: number): number => values[place * replicas + r]!
  const mean = places.map((p) => total((chunk, r) => at(chunk, p, r)) / n)
  const covariance = places.map((p, i) => places.map((q, j) =>
    total((chunk, r) => (at(chunk, p, r) - mean[i]!) * (at(chunk, q, r) - mean[j]!)) / n / n))
  return { mean, covariance }
}
