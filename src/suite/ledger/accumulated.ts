/**
 * What the runs of a ledger say together of one claim. Runs with different seeds are independent, so their e-values
 * multiply; and a claim verified at N random parameters fails by more than the precision on a share of the parameters,
 * as they are drawn, of at most (1 - alpha^(1/N)) / (1 - alphaVerify), at error alpha:
 * if draw i fails with probability p_i, all N are verified with probability prod(1 - p_i (1 - alphaVerify)), at most
 * (1 - p (1 - alphaVerify))^N for the mean p of the p_i.
 */
import type { Accumulated, Certificate, ClaimReport, Evidence, TheoremReport } from '../../verify/evidence.js'
import { alphaVerify } from '../budget.js'
import type { Conditions, Entry } from './entry.js'

/** The largest share of parameters on which a claim may fail that was verified at `draws` of them, at error `alpha`. */
export const failingShare = (draws: number, alpha = alphaVerify): number =>
  Math.min(1, (1 - alpha ** (1 / draws)) / (1 - alphaVerify))

/** A theorem's report with what all entries say of each claim; evidence that refutes together refutes the claim. */
export const withAccumulated = (report: TheoremReport, entries: readonly Entry[]): TheoremReport =>
  ({ ...report, claims: report.claims.map((claim) => claimWith(claim, entries)) })

function claimWith(claim: ClaimReport, entries: readonly Entry[]): ClaimReport {
  const pieces = entries.flatMap(({ conditions, report }) => report.claims.filter(({ name }) => name === claim.name)
    .flatMap(({ evidence }) => evidence.map((piece, place) => ({ piece, place, conditions }))))
    .filter((one): one is Piece => isSampled(one.piece))
  const places = [...new Set(pieces.map(({ place }) => place))]
  const accumulated = places.map((place) => together(pieces.filter((one) => one.place === place)))
  if (!accumulated.length) return claim
  const falls = accumulated.some(({ logE, needed }) => logE >= needed) && claim.verdict !== 'refuted'
  const verdict = falls ? { verdict: 'refuted' as const, asExpected: claim.expected === 'refuted' } : {}
  return { ...claim, ...verdict, accumulated }
}

interface Sampled extends Evidence {
  readonly draws: number
  readonly samples: number
  readonly precision: number
  readonly pooled: number
  readonly ledger: { readonly pooled: number }
}

interface Piece {
  readonly piece: Sampled
  /** place among the evidence of its claim: a claim may be simulated in two ways */
  readonly place: number
  readonly conditions: Conditions
}

function isSampled({ draws, samples, precision, pooled, ledger }: Evidence): boolean {
  const share = (ledger as { pooled?: unknown } | undefined)?.pooled
  return [draws, samples, precision, pooled, share].every((value) => typeof value === 'number')
}

function together(pieces: readonly Piece[]): Accumulated {
  const runs = largestOfEachSeed(pieces).map(({ piece }) => piece)
  return {
    seeds: runs.length,
    samples: sum(runs.map(({ samples }) => samples)),
    logE: sum(runs.map(({ pooled }) => pooled)),
    needed: Math.max(...runs.map(({ ledger }) => -Math.log(ledger.pooled))),
    certificates: certificatesOf(pieces),
  }
}

/** Runs of one seed draw the same numbers: the one asked for most counts, which is known before anything is drawn. */
function largestOfEachSeed(pieces: readonly Piece[]): Piece[] {
  const bySeed = new Map<string, Piece>()
  for (const piece of pieces) {
    const other = bySeed.get(piece.conditions.seed)
    if (!other || asksMore(piece, other)) bySeed.set(piece.conditions.seed, piece)
  }
  return [...bySeed.values()]
}

const asksMore = ({ conditions: a }: Piece, { conditions: b }: Piece): boolean =>
  a.effort > b.effort || (a.effort === b.effort && a.precision < b.precision)

function certificatesOf(pieces: readonly Piece[]): Certificate[] {
  const verified = pieces.filter(({ piece }) => piece.verdict === 'verified')
  const precisions = [...new Set(verified.map(({ piece }) => piece.precision))].sort((a, b) => a - b)
  return precisions.map((precision) => {
    const fine = largestOfEachSeed(verified.filter(({ piece }) => piece.precision <= precision))
    const draws = sum(fine.map(({ piece }) => piece.draws))
    return { precision, draws, failing: failingShare(draws) }
  })
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
