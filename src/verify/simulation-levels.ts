/**
 * The error rates of the simulations of one theorem: its share of the suite's alpha is split over its simulated claims
 * before anything is drawn, half of each share to the single draws and half to the evidence pooled over them.
 */
import { allocate, type LedgerEntry } from '../statistics/budget.js'
import type { Simulated } from '../theorem/support.js'
import type { Case } from './case.js'
import type { Levels } from './checkers/checker.js'
import type { VerifyOptions } from './options.js'

const DRAWS = 20
/** A part of the precision that the bias of burn-in may take. */
export const BIAS_SHARE = 1 / 100

/** A part of the precision that the error of a time step may take. */
export const DISCRETISATION_SHARE = 1 / 4

/** The finest precision that a claim of the theorem is simulated to. */
export const finestPrecision = ({ compiled: { theorem }, options }: Case): number =>
  Math.min(...Object.values(theorem.evidence).flat()
    .flatMap((support) => (support?.kind === 'simulated' ? [support.precision ?? options.precision] : [])))

/** Draws of the parameters at which a claim is simulated. */
export const drawCount = ({ options: { effort } }: { readonly options: Pick<VerifyOptions, 'effort'> }): number =>
  Math.max(4, Math.round(DRAWS * Math.min(effort, 4)))

/** Draws tried on misprints: one is enough to kill, and the first few cover the strata. */
export const DRAWS_FOR_MISPRINTS = 4

/**
 * So many of the first draws are decided where all the rest of a theorem is: those that misprints look at, or the one
 * that is to refute a claim that falls.
 */
export const drawsAtHome = ({ misprints }: Pick<VerifyOptions, 'misprints'>): number =>
  (misprints ? DRAWS_FOR_MISPRINTS : 1)

/** The ledger entry of a claim; the entries of all simulated claims of the theorem spend at most its alphaRefute. */
export function ledgerEntryOf(claim: string, at: Case): LedgerEntry {
  const draws = drawCount(at)
  const items = Object.entries(at.compiled.theorem.evidence)
    .map(([id, all]) => ({ id, draws, weight: all.filter(({ kind }) => kind === 'simulated').length }))
    .filter(({ weight }) => weight > 0)
  // a claim with two simulations has two shares, one for each
  const { weight = 1 } = items.find(({ id }) => id === claim)!
  const entry = allocate(at.options.alphaRefute, items).entries.find(({ id }) => id === claim)!
  return weight === 1 ? entry : {
    ...entry, alpha: entry.alpha / weight, perDraw: entry.perDraw / weight, pooled: entry.pooled / weight,
    confirm: entry.confirm / weight,
  }
}

/** What one draw is decided with. */
export const levelsOf = (support: Simulated, entry: LedgerEntry, { options }: Case): Levels => ({
  precision: support.precision ?? options.precision,
  alphaVerify: options.alphaVerify,
  alphaRefute: entry.perDraw,
})
