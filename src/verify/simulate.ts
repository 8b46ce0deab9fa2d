/**
 * One claim at one draw of the parameters, sampled until it is decided or its budget is spent; and the draws of a
 * claim.
 */
import { expectRuns } from '../simulation/blocks.js'
import { refuse } from '../symbolic/errors.js'
import type { Draw } from '../theorem/raw-draws.js'
import type { Simulated } from '../theorem/support.js'
import type { Case } from './case.js'
import { checkerFor } from './checker.js'
import type { Checker, Levels } from './checkers/checker.js'
import { type Decided, decisionKey, sampledBy } from './decided.js'
import { watchEvidence } from './evidence-trace.js'
import { PREFETCH, samplesAhead } from './forecast.js'
import { type Look, lookAt } from './look.js'
import { poolFor } from './parameter-pool.js'
import { simulatedDraw, type SimulatedDraw } from './simulated-draw.js'
import { drawCount, DRAWS_FOR_MISPRINTS } from './simulation-levels.js'
import { stratified } from './stratified.js'
import type { Variant } from './variant.js'

export interface Decision extends Decided {
  readonly draw: SimulatedDraw
}

const PATTERN = [2, 1, 2, 3, 2]

/** The draws of a claim, over dimensions where it does not ask for one; more draws begin with the same ones. */
export async function drawsFor(
  { claim }: Variant, support: Simulated, count: number, at: Case,
): Promise<readonly SimulatedDraw[]> {
  const numbers = Array.from({ length: count }, (_, k) => k)
  const dimensionOf = (k: number): number => support.dimension ?? PATTERN[k % PATTERN.length]!
  const pools = new Map<number, readonly Draw[]>()
  for (const d of new Set(numbers.map(dimensionOf))) pools.set(d, await poolFor(at, claim, d, support.reach))
  const chosen = at.once(`chosen ${claim.whenText ?? ''} ${count} ${support.dimension ?? ''} ${support.reach ?? 1}`,
    () => stratified(numbers.map((k) => pools.get(dimensionOf(k))!)))
  const draws = chosen.map((draw, k) => simulatedDraw(at, claim, draw, k, dimensionOf(k)))
  drawnIn(at).push(...draws)
  return draws
}

/** All draws that were asked for, of every claim so far. */
export const drawnIn = (at: Case): SimulatedDraw[] => at.once('drawn', () => [])

/** What decides a claim at a draw. @throws StatementError for a claim that measures nothing */
export const checkedBy = (variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case): Checker =>
  checkerFor(variant, draw, levels, at)
    ?? refuse('NOTHING_MEASURED', 'simulated() needs a claim with a measured symbol')

/** Chunks that a misprint may ask for where its claim has not been simulated. */
const FEW_CHUNKS = 4

/**
 * Samples until the check is decided or the budget is spent, unless that was done elsewhere. @throws StatementError as
 * `checkedBy`
 * @param stepwise do short runs stand for averages there, as fourth moments are infinite?
 */
export function decide(
  variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case, stepwise = false,
): Decision {
  const key = at.decisions && decisionKey(variant, draw, levels)
  const known = key === undefined ? undefined : at.decisions!.get(key)
  // misprints look at as many samples as the claim took
  if (known && at.options.misprints && draw.number < DRAWS_FOR_MISPRINTS) {
    checkedBy(variant, draw, levels, at).recording.grant(known.chunks)
  }
  const decided =
    known ?? { ...sampledUpTo(Infinity, checkedBy(variant, draw, levels, at), levels, variant, draw, at), stepwise }
  if (key !== undefined) at.decisions!.set(key, decided)
  return { draw, ...decided }
}

/** What a misprint makes of the samples that were recorded for its claim. @throws StatementError as `checkedBy` */
export function decideRecorded(variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case): Decision {
  const checker = checkedBy(variant, draw, levels, at)
  const most = Math.max(checker.recording.recorded(), FEW_CHUNKS)
  return { draw, ...sampledUpTo(most, checker, levels, variant, draw, at) }
}

function sampledUpTo(
  limit: number, checker: Checker, levels: Levels, variant: Variant, draw: SimulatedDraw, at: Case,
): Decided {
  const begin = performance.now()
  const { recording, budget } = checker
  const most =
    Math.min(limit, Math.ceil(Math.min(budget, recording.affordable ?? Infinity) / recording.replicasPerChunk))
  const watch = watchEvidence()
  let chunks = 0
  const take = (): boolean => checker.update(recording.chunk(chunks++)) === 'running'
  const ahead = (): number => PREFETCH * samplesAhead(checker.verdict(), checker, levels) / recording.replicasPerChunk
  const look = (): Look => lookAt(checker.verdict(), { draw: draw.number + 1, draws: drawCount(at), budget })
  try {
    expectRuns(() => 0)
    while (chunks < most && take()) {
      if (variant.change !== '') continue
      watch.see(checker, chunks)
      at.tell?.(look)
      const left = most - chunks - 1
      expectRuns(() => Math.max(0, Math.min(left, ahead() - 1)))
    }
  } finally {
    expectRuns(null)
  }
  const check = checker.verdict()
  watch.end(check)
  const seconds = (performance.now() - begin) / 1000
  return { check, trace: watch.trace, chunks, sampled: sampledBy(checker), stepwise: false, seconds }
}
