/**
 * The ledger of false alarms of a run: what was set aside for its simulated claims before anything was drawn, and the
 * most that the draws which were made could spend of it, sum (draws * perDraw + pooled). Neither exceeds the alpha of
 * the suite.
 */
import type { Alarms, Budget, Evidence, TheoremReport } from '../verify/evidence.js'
import { alphaVerify, suiteAlpha } from './budget.js'

interface Entry {
  readonly alpha: number
  readonly perDraw: number
  readonly pooled: number
}

/** The budget of a run with its ledger. */
export const budgetOf = (theorems: readonly TheoremReport[], precision: number): Budget =>
  ({ suiteAlpha, alphaVerify, precision, alarms: alarmsOf(theorems) })

/** What the simulated claims of these theorems were given, and spent. */
export function alarmsOf(theorems: readonly TheoremReport[]): Alarms {
  const pieces = theorems.flatMap(({ claims }) => claims).flatMap(({ evidence }) => evidence).flatMap(entryOf)
  const total = (of: (piece: (typeof pieces)[number]) => number): number =>
    pieces.reduce((sum, piece) => sum + of(piece), 0)
  return {
    simulations: pieces.length,
    allocated: rounded(total(({ entry }) => entry.alpha)),
    spent: rounded(total(({ entry, draws }) => draws * entry.perDraw + entry.pooled)),
  }
}

function entryOf({ ledger, draws }: Evidence): { entry: Entry; draws: number }[] {
  const entry = ledger as Partial<Entry> | undefined
  const isEntry = [entry?.alpha, entry?.perDraw, entry?.pooled, draws].every((x) => typeof x === 'number')
  return isEntry ? [{ entry: entry as Entry, draws: draws as number }] : []
}

/** So that the order of a sum does not show. */
const rounded = (x: number): number => Number(x.toPrecision(6))
