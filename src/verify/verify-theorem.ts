/** One theorem -> the report of each of its claims. A claim that is ill-stated costs its own verdict and no other's. */
import { compile, type CompiledClaim } from '../theorem/compile.js'
import type { Theorem } from '../theorem/define.js'
import type { Support } from '../theorem/support.js'
import { typesetTheorem, type Stated } from '../theorem/typeset.js'
import { algorithmTeeth } from './algorithm-teeth.js'
import { caseOf, claimsAsked, type Case } from './case.js'
import { claimReport } from './claim-report.js'
import type { AlgorithmTeeth, ClaimReport, Coverage, Evidence, StatementFault } from './evidence.js'
import { coverageIn } from './coverage.js'
import { faultOf, invalidFinding } from './fault.js'
import type { Finding } from './kind.js'
import { kindOf } from './kinds.js'
import type { VerifyOptions } from './options.js'
import { type Progress, seldom } from './progress.js'
import { sharedWith, type Share } from './shared-draws.js'
import { teethOf } from './teeth.js'

export interface Verification {
  readonly claims: readonly ClaimReport[]
  readonly faults: readonly StatementFault[]
  readonly algorithm?: AlgorithmTeeth | null
  readonly coverage?: Coverage | null
  readonly stated?: Stated | null
}

/**
 * Finds what a support says of a claim; `place` is the one among its evidence. @throws StatementError for an ill-stated
 * claim
 */
export type Check = (claim: CompiledClaim, support: Support, at: Case, place: number) => Promise<Finding>

/** Verifies every claim of a checked theorem, in order. @param share offers its draws to others; absent: none is */
export async function verifyTheorem(
  theorem: Theorem, options: VerifyOptions, progress: (p: Progress) => void = () => {}, share: Share | null = null,
): Promise<Verification> {
  const alone: Case = { ...caseOf(await compile(theorem), options), ...knownOf(options, share) }
  const opened = share ? await sharedWith(share, alone, progress) : alone
  return verifyCase(opened, progress, async (claim, support, own) =>
    (await kindOf(support)).check({ claim, where: own.compiled.where, change: '' }, support, own))
}

/** Verifies every claim that a case asks for, in order, by some way of checking. */
export async function verifyCase(opened: Case, progress: (p: Progress) => void, check: Check): Promise<Verification> {
  let now: Progress | null = null
  const tell = seldom((look) => now && progress({ ...now, look }))
  const at: Case = { ...opened, tell }
  const wanted = claimsAsked(at)
  const claims: ClaimReport[] = []
  const faults: StatementFault[] = []
  for (const [done, claim] of wanted.entries()) {
    now = { claim: claim.name, done, total: wanted.length }
    progress(now)
    claims.push(await verifyClaim(claim, at, check, (fault) => faults.push(fault)))
  }
  const [algorithm, coverage] = [await algorithmTeeth(claims, at), await coverageIn(at)]
  return { claims, faults, algorithm, coverage, stated: typesetTheorem(at.compiled) }
}

const knownOf = ({ decisions }: VerifyOptions, share: Share | null) =>
  (decisions || share ? { decisions: new Map(decisions) } : {})

async function verifyClaim(
  claim: CompiledClaim, at: Case, check: Check, fault: (f: StatementFault) => void,
): Promise<ClaimReport> {
  const evidence: Evidence[] = []
  for (const [place, support] of (at.compiled.theorem.evidence[claim.name] ?? []).entries()) {
    const started = performance.now()
    const finding = await check(claim, support, at, place).catch((error: unknown) => {
      const found = faultOf(error, at.compiled.theorem.id, claim.name)
      if (found) fault(found)
      return invalidFinding(error)
    })
    evidence.push({ kind: support.kind, ...finding, seconds: (performance.now() - started) / 1000 } as Evidence)
  }
  const attacked = claim.expected === 'holds' && at.options.misprints
  return claimReport(claim, evidence, attacked ? await teethOf(claim, at) : null, at)
}
