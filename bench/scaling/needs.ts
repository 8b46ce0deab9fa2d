/**
 * How many jobs a check needs, and how many more it was predicted to need after each: the e-process of a true claim
 * (tier E) is run on sums of squares of a Gaussian, so many to a job that it is verified after about `jobs` jobs.
 */
import type { Random } from '../../src/process/algorithm.js'
import type { Check } from '../../src/statistics/check.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { samplesToVerify } from '../../src/statistics/power.js'
import { chiSquare } from './chi-square.js'

export interface Need {
  /** answers after which the check is decided */
  readonly jobs: number
  /** entry k: jobs predicted to be missing after k answers, k = 0 .. jobs - 1; 0 before the first */
  readonly ahead: Float64Array
}

const levels = { precision: 0.02, alphaVerify: 1e-6, alphaRefute: 1e-9 }
/** Squares that the check takes on average at these levels: 1.26 times Wald's bound, as `npm run bench` finds. */
const USUAL = 1.26 * -Math.log(levels.alphaVerify) / (0.5 * (1 / (1 + levels.precision) - 1 + Math.log1p(levels.precision)))

/** One check with about so many jobs. */
export function needOf(jobs: number, random: Random): Need {
  const degrees = Math.max(1, Math.round(USUAL / jobs))
  const check = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', ...levels })
  const ahead = [0]
  while (check.updateSums(degrees, chiSquare(degrees, random)) === 'running') {
    ahead.push(samplesAhead(check.verdict()) / degrees)
  }
  return { jobs: ahead.length, ahead: Float64Array.from(ahead) }
}

/** Log evidence grows in proportion to the samples; before there is any, what a true claim takes is the guess. */
export function samplesAhead({ n, logE: { hi, lo, refute }, needed }: Check): number {
  const share = Math.max(Math.min(hi ?? 0, lo ?? 0) / needed.verify, (refute ?? 0) / needed.refute)
  if (share > 0) return share < 1 ? n * (1 - share) / share : 0
  const planned = samplesToVerify(levels.precision, levels.alphaVerify, { cv2: 2 })
  return planned > n ? planned - n : n
}

/** Checks alike in the number of jobs share a few runs, in turn. */
export function needsFrom(random: Random, kept = 24): (jobs: number) => Need {
  const known = new Map<number, Need[]>()
  let turn = 0
  return (jobs) => {
    const rounded = Math.max(1, Math.round(1.1 ** Math.round(Math.log(jobs) / Math.log(1.1))))
    if (!known.has(rounded)) known.set(rounded, Array.from({ length: kept }, () => needOf(rounded, random)))
    return known.get(rounded)![turn++ % kept]!
  }
}
