/**
 * The work of a run: each theorem has a part that one thread does alone, and draws that anyone may decide side by side.
 * At a draw the checks of all claims come one after the other, each in jobs of equal size that anyone may do.
 */
import type { TheoremReport } from '../../src/verify/evidence.js'
import { DRAWS_FOR_MISPRINTS } from '../../src/verify/simulation-levels.js'
import type { Need, needsFrom } from './needs.js'

export interface Check {
  /** of one job */
  readonly seconds: number
  readonly need: Need
}

export interface TheoremWork {
  readonly id: string
  readonly alone: number
  /** checks of each draw; the first draws are for the thread that has the theorem */
  readonly draws: readonly (readonly Check[])[]
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
  const simulated = drawsOf(theorem.claims.flatMap(({ evidence }) => evidence.map(costsOfChecks)))
  const spent = simulated.flat().reduce((sum, { seconds }) => sum + seconds, 0)
  const one = (cost: CostOfCheck): Check => {
    const seconds = cost.seconds * samples
    const jobs = Math.max(1, Math.min(Math.round(seconds / jobSeconds), Math.ceil(cost.samples * samples / BLOCK)))
    const { need, mean } = needOf(jobs)
    return { seconds: seconds / mean, need }
  }
  return {
    id: theorem.id, alone: Math.max(0, theorem.seconds - spent),
    draws: Array.from({ length: draws }, () => simulated.map((checks) => checks.map(one))).flat(),
  }
}

interface CostOfCheck {
  readonly seconds: number
  readonly samples: number
}

/** What each draw costs in checks, from what each claim costs in draws. */
function drawsOf(claims: readonly (readonly CostOfCheck[])[]): CostOfCheck[][] {
  const count = Math.max(0, ...claims.map((costs) => costs.length))
  return Array.from({ length: count }, (_, draw) =>
    claims.flatMap((costs) => costs[draw] ?? []).filter(({ samples }) => samples > 0))
}

function costsOfChecks(piece: TheoremReport['claims'][number]['evidence'][number]): CostOfCheck[] {
  const { kind, draws, samples, seconds, perDraw } = piece as typeof piece & { perDraw?: { samples?: number }[] }
  if (kind !== 'simulated' || typeof draws !== 'number' || typeof samples !== 'number') return []
  const each = perDraw?.map((point) => point.samples ?? 0) ?? Array.from({ length: draws }, () => samples / draws)
  const total = each.reduce((sum, n) => sum + n, 0)
  return each.map((n) => ({ samples: n, seconds: n && seconds * n / total }))
}

export const secondsOfChecks = (checks: readonly Check[]): number =>
  checks.reduce((sum, { seconds, need }) => sum + seconds * need.jobs, 0)

export const secondsOf = ({ alone, draws }: TheoremWork): number =>
  draws.reduce((sum, checks) => sum + secondsOfChecks(checks), alone)

/** What cannot be shortened by any number of workers: one job of each check of a draw after the other. */
export function chainOf({ alone, draws }: TheoremWork): number {
  const chains = draws.map((checks) => checks.reduce((sum, { seconds }) => sum + seconds, 0))
  const own = chains.slice(0, DRAWS_FOR_MISPRINTS).reduce((sum, chain) => sum + chain, 0)
  return alone + Math.max(own, ...chains)
}
