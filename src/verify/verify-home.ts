/**
 * A theorem whose draws many machines decide, at its home: all that is no draw, the draws that its misprints look at,
 * and whatever else of them is given to it. Its verdicts wait for the decisions of the others.
 */
import { compile } from '../theorem/compile.js'
import type { Theorem } from '../theorem/define.js'
import { caseOf } from './case.js'
import type { Decided } from './decided.js'
import type { Finding } from './kind.js'
import { kindOf } from './kinds.js'
import type { VerifyOptions } from './options.js'
import type { OpenFinding } from './simulated-finding.js'
import type { Progress } from './progress.js'
import { type Verification, verifyCase } from './verify-theorem.js'

/** A finding that is left open, with its place among the evidence of its claim. */
export interface OpenEvidence extends OpenFinding {
  readonly claim: string
  readonly place: number
}

export interface HomeVerification extends Verification {
  /** evidence that stands in the claims as verified, which is what most comes to */
  readonly open: readonly OpenEvidence[]
  /** by their keys */
  readonly decisions: ReadonlyMap<string, Decided>
}

const presumed: Finding = { verdict: 'verified', how: 'once the draws of all shards are there' }

const isFound = (one: Finding | OpenFinding): one is Finding => 'verdict' in one

/**
 * Verifies a theorem as far as the draws that are `mine` go; misprints ask for the first DRAWS_FOR_MISPRINTS, and a
 * claim that is to fall is decided whole.
 */
export async function verifyHome(
  theorem: Theorem, options: VerifyOptions, mine: (draw: number) => boolean, progress: (p: Progress) => void = () => {},
): Promise<HomeVerification> {
  const open: OpenEvidence[] = []
  const decisions = new Map<string, Decided>()
  const opened = { ...caseOf(await compile(theorem), options), decisions }
  const found = await verifyCase(opened, progress, async (claim, support, at, place) => {
    const kind = await kindOf(support)
    const variant = { claim, where: at.compiled.where, change: '' }
    if (!kind.checkSome) return kind.check(variant, support, at)
    const finding = await kind.checkSome(variant, support, at, mine)
    if (isFound(finding)) return finding
    open.push({ claim: claim.name, place, ...finding })
    return presumed
  })
  return { ...found, open, decisions }
}
