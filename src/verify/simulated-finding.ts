/**
 * What the decisions at all draws of a simulated claim say together. They may come from many machines, so it is found
 * without the theorem; a search for a counterexample is not.
 */
import type { LedgerEntry } from '../statistics/budget.js'
import type { Levels } from './checkers/checker.js'
import type { Decided } from './decided.js'
import type { Finding } from './kind.js'
import { madeOf } from './made-of.js'
import { perDraw } from './per-draw.js'
import { logPooledOf } from './pooled-evidence.js'
import { powerOf } from './simulation-power.js'

/** A finding that waits for decisions of other machines. */
export interface OpenFinding {
  readonly levels: Levels
  readonly ledger: LedgerEntry
  /** all draws in order, each with the key of its decision */
  readonly draws: readonly { readonly key: string; readonly dimension: number }[]
}

/** A decision with the dimension of its draw. */
export type DecidedDraw = Decided & { readonly draw: { readonly dimension: number } }

/**
 * The finding once every draw is decided; null where that takes more than decisions: one of them is missing, refutes
 * the claim, or is none.
 */
export function findingFrom(
  { levels, ledger, draws }: OpenFinding, decisions: ReadonlyMap<string, Decided>,
): Finding | null {
  const results: DecidedDraw[] = []
  for (const { key, dimension } of draws) {
    const decided = decisions.get(key)
    if (!decided || decided.check.status === 'refuted' || decided.check.status === 'invalid') return null
    results.push({ ...decided, draw: { dimension } })
  }
  return summary(results, levels, ledger, null)
}

/** The finding where no draw refutes; `unreached` says why some could not be decided. */
export function summary(
  results: readonly DecidedDraw[], levels: Levels, ledger: LedgerEntry, unreached: string | null,
): Finding {
  const verified =
    results.filter(({ check }) => check.status === 'verified' || (check.status === 'degenerate' && check.n > 0)).length
  const samples = results.reduce((sum, { check }) => sum + check.n, 0)
  const guarantee = weakest(results.map(({ check }) => check.guarantee))
  const pooled = logPooledOf(results.map(({ check }) => check.bets))
  const heavy = ledger.draws - results.length
  const singleSteps = results.filter(({ stepwise }) => stepwise).length
  const power = powerOf(results, levels)
  const shared = {
    draws: results.length, samples, precision: levels.precision, guarantee, pooled, heavyTailed: heavy + singleSteps,
    singleSteps, power, ledger,
    perDraw: perDraw(results), ...madeOf(results),
  }
  if (pooled >= -Math.log(ledger.pooled)) {
    return { verdict: 'refuted', how: `refuted by the evidence pooled over ${results.length} draws`, ...shared }
  }
  if (heavy > 0) {
    const how =
      `fourth moment infinite at ${heavy} of ${ledger.draws} draws, where no sample size decides: ${unreached}; `
        + 'stay below with simulated({ reach })'
    return { verdict: 'undecided', how, ...shared }
  }
  if (verified < results.length) {
    const more = power.samplesNeeded ? ` (about ${power.samplesNeeded} each)` : ''
    return { verdict: 'undecided',
      how: `${verified} of ${results.length} draws verified; more samples are needed${more}`, ...shared }
  }
  const { distance = '' } = results[0]!.sampled
  return {
    verdict: 'verified',
    how: `within ${100 * levels.precision} % ${distance && `${distance} `}at ${results.length} draws, error <= `
      + `${levels.alphaVerify.toExponential(0)} each, ${guarantee}`
        + (power.detectable === null ? '' : `; errors of ${percent(power.detectable)} would have been refuted`)
        + (singleSteps ? `; ${singleSteps} by short runs, as fourth moments are infinite there` : ''),
    ...shared,
  }
}

const percent = (x: number): string => `${Number((100 * x).toPrecision(2))} %`

const order = ['exact', 'conditional', 'asymptotic']
const weakest = (all: readonly string[]): string =>
  all.reduce((a, b) => (order.findIndex((o) => b.startsWith(o)) > order.findIndex((o) => a.startsWith(o)) ? b : a),
    'exact')
