/**
 * How many jobs a check needs, and how many more it was predicted to need after each: the e-process of a true claim
 * (tier E) is run on sums of squares of a Gaussian, so many to a job that it is verified after about `jobs` jobs.
 */
import type { Random } from '../../src/process/algorithm.js'
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import { samplesAhead } from '../../src/verify/forecast.js'
import { chiSquare } from './chi-square.js'

export interface Need {
  /** answers after which the check is decided */
  readonly jobs: number
  /** entry k: jobs predicted to be missing after k answers, k = 0 .. jobs - 1; 0 before the first */
  readonly ahead: Float64Array
}

const levels = { precision: 0.02, alphaVerify: 1e-6, alphaRefute: 1e-9 }
/** Var X / (E X)^2 of a square */
const ofSquares = { cv2: () => 2 }
/** Squares that the check takes on average at these levels: 1.26 times Wald's bound, as `npm run bench` finds. */
const USUAL = 1.26 * -Math.log(levels.alphaVerify)
  / (0.5 * (1 / (1 + levels.precision) - 1 + Math.log1p(levels.precision)))

/** One check with about so many jobs. */
export function needOf(jobs: number, random: Random): Need {
  const degrees = Math.max(1, Math.round(USUAL / jobs))
  const check = createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', ...levels })
  const ahead = [0]
  while (check.updateSums(degrees, chiSquare(degrees, random)) === 'running') {
    ahead.push(samplesAhead(check.verdict(), ofSquares, levels) / degrees)
  }
  return { jobs: ahead.length, ahead: Float64Array.from(ahead) }
}

/** Runs of checks that are alike in the number of jobs, and how many jobs these take on average. */
export interface Needs {
  readonly needs: readonly Need[]
  readonly mean: number
}

/** A need for each number of jobs, within a tenth; `kept` of each are made, and given in turn. */
export function needsFrom(random: Random, kept = 24): (jobs: number) => { readonly need: Need; readonly mean: number } {
  const known = new Map<number, Needs>()
  let turn = 0
  return (jobs) => {
    const rounded = Math.max(1, Math.round(1.1 ** Math.round(Math.log(jobs) / Math.log(1.1))))
    const { needs, mean } = known.get(rounded) ?? severalOf(rounded, random, kept)
    known.set(rounded, { needs, mean })
    return { need: needs[turn++ % kept]!, mean }
  }
}

function severalOf(jobs: number, random: Random, count: number): Needs {
  const needs = Array.from({ length: count }, () => needOf(jobs, random))
  return { needs, mean: needs.reduce((sum, need) => sum + need.jobs, 0) / count }
}
