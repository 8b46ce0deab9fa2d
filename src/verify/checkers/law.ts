/**
 * A law normal(X) of a vector x, by the laws of its projections: u'x / sqrt(u'Xu) is standard normal along the axes and
 * along the sums of any two of them. One projection with another law refutes; all must be within the precision, in sup
 * distance of distribution functions, to verify.
 */
import { normalCdf } from '../../numeric/normal.js'
import type { Check, Status } from '../../statistics/check.js'
import { createLawCheck } from '../../statistics/law-check.js'
import type { Chunk } from '../chunks.js'
import type { Recording } from '../recording.js'
import type { Checker, Levels } from './checker.js'

/** Four times what the band around the empirical law takes to be narrower than the precision, at 1e-6 about 32. */
const BUDGET = 128

interface Axis {
  /** coordinates that are added */
  readonly added: readonly number[]
  readonly name: string
}

/** Decides from last states of x whether their law is that of the claimed covariance. */
export function lawChecker(recording: Recording, claimed: readonly (readonly number[])[], levels: Levels): Checker {
  const axes = axesOf(claimed.length)
  const places = recording.places[0]!.entries.flat()
  const checks = axes.map(({ added }) => {
    const scale = Math.sqrt(added.flatMap((i) => added.map((j) => claimed[i]![j]!)).reduce((sum, c) => sum + c, 0))
    return createLawCheck({
      ...levels, alphaRefute: levels.alphaRefute / axes.length, bias: recording.bias,
      cdf: (x) => normalCdf(x / scale),
    })
  })
  const update = (chunk: Chunk): Status =>
    together(axes.map(({ added }, k) => checks[k]!.update(projected(chunk, added.map((i) => places[i]!)))))
  return {
    recording, update,
    verdict: () => verdict(checks.map((check) => check.verdict()), axes),
    // a band knows no evidence for a law
    sides: () => ({ hi: null, lo: null }),
    distance: 'in sup distance of distribution functions',
    budget: BUDGET / levels.precision ** 2,
  }
}

function axesOf(d: number): Axis[] {
  const coordinates = Array.from({ length: d }, (_, i) => i)
  const nameOf = (added: readonly number[]): string => added.map((i) => `x${i + 1}`).join(' + ')
  const pairs = coordinates.flatMap((j) => coordinates.slice(0, j).map((i) => [i, j]))
  return [...coordinates.map((i) => [i]), ...pairs].map((added) => ({ added, name: nameOf(added) }))
}

function projected({ replicas, values }: Chunk, places: readonly number[]): Float64Array {
  const out = new Float64Array(replicas)
  for (const place of places) for (let r = 0; r < replicas; r++) out[r]! += values[place * replicas + r]!
  return out
}

/** What ends all, first; verified only where every projection is. */
function together(all: readonly Status[]): Status {
  return all.find((one) => one === 'invalid') ?? all.find((one) => one === 'refuted')
    ?? (all.every((one) => one === 'verified') ? 'verified' : 'running')
}

/** Estimate: the largest distance of an empirical distribution function from the claimed one. */
function verdict(all: readonly Check[], axes: readonly Axis[]): Check<number[][]> {
  const status = together(all.map((check) => check.status))
  const ended = all.findIndex((check) => check.status === status)
  const farthest = all.reduce((best, check, k) => ((check.estimate ?? 0) > (all[best]!.estimate ?? 0) ? k : best), 0)
  const shown = status === 'refuted' ? ended : farthest
  const { estimate, standardError, logE, reason, ...rest } = all[shown]!
  return {
    ...rest, status, logE,
    n: Math.max(...all.map((check) => check.n)),
    estimate: estimate === null ? null : [[estimate]],
    standardError: standardError === null ? null : [[standardError]],
    reason: reason ?? (status === 'refuted'
      ? `the left side is the distance of the distribution function of ${axes[shown]!.name} from the claimed one`
      : null),
  }
}
