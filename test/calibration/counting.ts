/** Verdicts of the production checks, counted over many independent runs. */
import { createMeanCheck } from '../../src/statistics/mean-check.js'
import type { MeanClaim } from '../../src/statistics/mean-claim.js'
import type { Status } from '../../src/statistics/check.js'
import { samples, type Samples } from '../statistics/samples.js'

export type Source = (s: Samples) => () => number

export interface Counted {
  readonly runs: number
  readonly refuted: number
  readonly verified: number
  readonly invalid: number
}

/** Runs of one claim about a mean of 1, each on a stream of its own. */
export function countVerdicts(
  runs: number, claim: Partial<MeanClaim>, source: Source, budget: number, first = 0,
): Counted {
  const seen: Record<string, number> = {}
  for (let run = 0; run < runs; run++) {
    const status = decided(claim, source(samples(first + run + 1)), budget)
    seen[status] = (seen[status] ?? 0) + 1
  }
  return { runs, refuted: seen.refuted ?? 0, verified: seen.verified ?? 0, invalid: seen.invalid ?? 0 }
}

function decided(claim: Partial<MeanClaim>, draw: () => number, budget: number): Status {
  const check = createMeanCheck({
    claimed: 1, support: 'nonnegative', tier: 'E', alphaRefute: 0.01, alphaVerify: 0.01, precision: 0.3, ...claim,
  })
  const chunk = new Float64Array(256)
  let status: Status = 'running'
  for (let n = 0; n < budget && status === 'running'; n += chunk.length) {
    for (let i = 0; i < chunk.length; i++) chunk[i] = draw()
    status = check.update(chunk)
  }
  return status
}

/** Squares of a Gaussian of this variance. */
export const squares = (variance: number): Source => ({ normal }) => () => variance * normal() ** 2

/** Squares of a Student variable of `nu` degrees of freedom, of mean 1. */
export const studentSquares = (nu: number): Source => ({ normal }) => () => {
  let chi = 0
  for (let i = 0; i < nu; i++) chi += normal() ** 2
  return (normal() ** 2 / (chi / nu)) * ((nu - 2) / nu)
}

/**
 * P(a true claim is refuted) at a level too small to count, by importance sampling: runs follow a mixture of variances
 * s, and a refuted run counts 1 / mean over s of dP_s/dP_1, dP_s/dP_1 = s^(-n/2) exp((1 - 1/s) sum / 2).
 */
export function rareRefutation(runs: number, alphaRefute: number, budget: number): { rate: number; error: number } {
  const tilts = [0.6, 0.75, 0.85, 1.2, 1.4, 1.8]
  const weights: number[] = []
  for (let run = 0; run < runs; run++) {
    const { normal } = samples(900_000 + run)
    const s = tilts[run % tilts.length]!
    const check = createMeanCheck({
      claimed: 1, support: 'nonnegative', tier: 'E', precision: 0.3, alphaVerify: 1e-12, alphaRefute,
    })
    let [n, sum] = [0, 0]
    let status: Status = 'running'
    const chunk = new Float64Array(32)
    while (status === 'running' && n < budget) {
      for (let i = 0; i < chunk.length; i++) sum += chunk[i] = s * normal() ** 2
      n += chunk.length
      status = check.update(chunk)
    }
    const ratio =
      tilts.reduce((total, t) => total + Math.exp(-(n / 2) * Math.log(t) + (1 - 1 / t) * sum / 2), 0) / tilts.length
    weights.push(status === 'refuted' ? 1 / ratio : 0)
  }
  const rate = weights.reduce((a, b) => a + b, 0) / runs
  const variance = weights.reduce((a, w) => a + (w - rate) ** 2, 0) / runs
  return { rate, error: Math.sqrt(variance / runs) }
}
