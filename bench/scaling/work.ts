/**
 * The work of a run: each theorem has a part that one thread does alone, and draws that are simulated one after the
 * other, each in jobs of equal size that anyone may do.
 */
import type { TheoremReport } from '../../src/verify/evidence.js'
import type { Need, needsFrom } from './needs.js'

export interface Draw {
  /** of one job */
  readonly seconds: number
  readonly need: Need
}

export interface TheoremWork {
  readonly id: string
  readonly alone: number
  readonly draws: readonly Draw[]
}

export interface Depth {
  /** times as many samples at each draw, and as many draws, as the record has */
  readonly samples: number
  readonly draws: number
}

/** Replicas in the smallest job there can be. */
const BLOCK = 64

/** Work as in a record, in jobs of about `jobSeconds`. */
export function workOf(
  theorem: TheoremReport, jobSeconds: number, { samples, draws }: Depth, needOf: ReturnType<typeof needsFrom>,
): TheoremWork {
  const simulated = theorem.claims.flatMap(({ evidence }) => evidence.flatMap(costsOfDraws))
  const spent = simulated.reduce((sum, { seconds }) => sum + seconds, 0)
  const one = (cost: CostOfDraw): Draw => {
    const seconds = cost.seconds * samples
    const jobs = Math.max(1, Math.min(Math.round(seconds / jobSeconds), Math.ceil(cost.samples * samples / BLOCK)))
    const { need, mean } = needOf(jobs)
    return { seconds: seconds / mean, need }
  }
  return {
    id: theorem.id, alone: Math.max(0, theorem.seconds - spent),
    draws: Array.from({ length: draws }, () => simulated.map(one)).flat(),
  }
}

interface CostOfDraw {
  readonly seconds: number
  readonly samples: number
}

function costsOfDraws(piece: TheoremReport['claims'][number]['evidence'][number]): CostOfDraw[] {
  const { kind, draws, samples, seconds, perDraw } = piece as typeof piece & { perDraw?: { samples?: number }[] }
  if (kind !== 'simulated' || typeof draws !== 'number' || typeof samples !== 'number') return []
  const each = perDraw?.map((point) => point.samples ?? 0) ?? Array.from({ length: draws }, () => samples / draws)
  const total = each.reduce((sum, n) => sum + n, 0)
  return each.filter((n) => n > 0).map((n) => ({ samples: n, seconds: seconds * n / total }))
}

export const secondsOf = ({ alone, draws }: TheoremWork): number =>
  draws.reduce((sum, { seconds, need }) => sum + seconds * need.jobs, alone)

/** What cannot be shortened by any number of workers: one job of each draw after the other. */
export const chainOf = ({ alone, draws }: TheoremWork): number =>
  draws.reduce((sum, { seconds }) => sum + seconds, alone)
