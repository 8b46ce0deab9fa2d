/**
 * A claim that did not come out, for someone who sees it first: what failed, why it is not noise, how to see it again.
 * Noise is excluded by exact arithmetic, or by an e-value that a true claim reaches with probability at most its share
 * of the run's error budget (Ville 1939).
 */
import { standingOf } from '../suite/summary.js'
import type { ClaimReport, Evidence, RunReport, TheoremReport } from '../verify/evidence.js'
import { counterexampleLines, remarkLines } from './claim-text.js'

export interface Failure {
  readonly theorem: TheoremReport
  readonly claim: ClaimReport
}

/** Claims that did not come out, what is contrary before what is open. */
export function failures({ theorems }: Pick<RunReport, 'theorems'>): Failure[] {
  const all = theorems.flatMap((theorem) => theorem.claims.map((claim) => ({ theorem, claim })))
  const standing = (one: string): Failure[] => all.filter(({ claim }) => standingOf(claim) === one)
  return [...standing('contrary'), ...standing('open')]
}

/** `theorems/x.ts:41  liu2021/x › closedForm: refuted`, then what is known of it, one fact a line. */
export function failureLines({ theorem, claim }: Failure, line: number): string[] {
  const head = `${theorem.file}:${line}  ${theorem.id} › ${claim.name}: ${claim.verdict}`
  return [head, ...remarkLines(claim, theorem.claims), ...noiseLines(claim), ...counterexampleLines(claim)]
    .map((text, i) => (i ? `    ${text}` : text))
}

/** Why a refutation is not bad luck, or what was missing for a decision. */
export function noiseLines({ verdict, evidence, misprints, expected }: ClaimReport): string[] {
  const speaker = evidence.find((piece) => piece.verdict === verdict)
  if (!speaker) return []
  if (verdict === 'refuted') return [`not noise: ${certaintyOf(speaker)}`]
  if (expected === 'refuted') return [`expected to fall, but: ${speaker.how}`]
  return misprints?.survivors.length
    ? [`the check does not bite: ${count(misprints.survivors)}`] : [`open: ${speaker.how}`]
}

const count = (survivors: readonly string[]): string =>
  `${survivors.length} wrong ${survivors.length === 1 ? 'version' : 'versions'} of the claim would have come out the `
    + 'same'

function certaintyOf({ logE, samples, ledger, how }: Evidence): string {
  const alpha = share(ledger)
  if (typeof logE !== 'number' || alpha === null) return `${how}; no randomness decides here`
  const chance = `a true claim gets there with probability at most ${alpha.toExponential(0)}`
  return `evidence ${power(logE)} to 1 after ${String(samples)} samples; ${chance}`
}

function share(ledger: unknown): number | null {
  const alpha = typeof ledger === 'object' && ledger !== null ? (ledger as { alpha?: unknown }).alpha : null
  return typeof alpha === 'number' ? alpha : null
}

/** e^x as a power of ten: "10^12" */
const power = (log: number): string => `10^${Math.floor(log / Math.LN10)}`
