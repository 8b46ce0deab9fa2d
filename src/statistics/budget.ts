/**
 * One probability of a false alarm for a whole run, shared out before anything is drawn: each item gets alpha * weight,
 * half of it to its single draws, half to its pooled evidence. The sum over the ledger never exceeds the run's alpha.
 */
import { NumericalError } from '../numeric/errors.js'

export interface BudgetItem {
  readonly id: string
  /** draws of parameters that may be simulated, fixed beforehand */
  readonly draws: number
  /** share relative to the other items; default 1 */
  readonly weight?: number
}

/** The alphas of one item, as plain data for the record of the run. */
export interface LedgerEntry {
  readonly id: string
  readonly draws: number
  readonly alpha: number
  /** to refute within one draw; over all draws half of alpha */
  readonly perDraw: number
  /** to refute by evidence pooled over the draws: the other half */
  readonly pooled: number
  /** to show a counterexample again on fresh samples after shrinking: a report, not a further chance to refute */
  readonly confirm: number
}

export interface Ledger {
  readonly alpha: number
  readonly entries: readonly LedgerEntry[]
}

/** Shares alpha by weight (uniform is best when the count is known). Throws `budget` for impossible numbers. */
export function allocate(alpha: number, items: readonly BudgetItem[]): Ledger {
  const total = items.reduce((sum, item) => sum + (item.weight ?? 1), 0)
  if (!(alpha > 0 && alpha < 1)) {
    throw new NumericalError('budget', `the error rate of a run lies between 0 and 1, got ${alpha}`)
  }
  return { alpha, entries: items.map(item => share(alpha / total, item)) }
}

/** The most the ledger can spend: the sum over items of draws * perDraw + pooled. */
export function spent({ entries }: Ledger): number {
  return entries.reduce((sum, entry) => sum + entry.draws * entry.perDraw + entry.pooled, 0)
}

function share(unit: number, { id, draws, weight = 1 }: BudgetItem): LedgerEntry {
  if (!(weight > 0 && weight < Infinity && Number.isInteger(draws) && draws > 0)) {
    throw new NumericalError('budget', `${id}: weight ${weight} and draws ${draws} must be positive, draws whole`)
  }
  const alpha = unit * weight
  return { id, draws, alpha, perDraw: alpha / (2 * draws), pooled: alpha / 2, confirm: alpha / 2 }
}
