/** One theorem -> the report of each of its claims. A claim that is ill-stated costs its own verdict and no other's. */
import { compile, type CompiledClaim } from '../theorem/compile.js'
import type { Theorem } from '../theorem/define.js'
import { typesetTheorem, type Stated } from '../theorem/typeset.js'
import { algorithmTeeth } from './algorithm-teeth.js'
import { caseOf, claimsAsked, type Case } from './case.js'
import { claimReport } from './claim-report.js'
import type { AlgorithmTeeth, ClaimReport, Coverage, Evidence, StatementFault } from './evidence.js'
import { coverageIn } from './coverage.js'
import { faultOf, invalidFinding } from './fault.js'
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

/** Verifies every claim of a checked theorem, in order. @param share offers its draws to others; absent: none is */
export async function verifyTheorem(
  theorem: Theorem, options: VerifyOptions, progress: (p: Progress) => void = () => {}, share: Share | null = null,
): Promise<Verification> {
  let now: Progress | null = null
  const tell = seldom((look) => now && progress({ ...now, look }))
  const alone: Case = { ...caseOf(await compile(theorem), options), tell, ...knownOf(options, share) }
  const at = share ? await sharedWith(share, alone, progress) : alone
  const wanted = claimsAsked(at)
  const claims: ClaimReport[] = []
  const faults: StatementFault[] = []
  for (const [done, claim] of wanted.entries()) {
    now = { claim: claim.name, done, total: wanted.length }
    progress(now)
    claims.push(await verifyClaim(claim, at, (fault) => faults.push(fault)))
  }
  const [algorithm, coverage] = [await algorithmTeeth(claims, at), await coverageIn(at)]
  return { claims, faults, algorithm, coverage, stated: typesetTheorem(at.compiled) }
}

const knownOf = ({ decisions }: VerifyOptions, share: Share | null) =>
  (decisions || share ? { decisions: new Map(decisions) } : {})

async function verifyClaim(claim: CompiledClaim, at: Case, fault: (f: StatementFault) => void): Promise<ClaimReport> {
  const evidence: Evidence[] = []
  for (const support of at.compiled.theorem.evidence[claim.name] ?? []) {
    const started = performance.now()
    const kind = await kindOf(support)
    const finding =
      await kind.check({ claim, where: at.compiled.where, change: '' }, support, at).catch((error: unknown) => {
        const found = faultOf(error, at.compiled.theorem.id, claim.name)
        if (found) fault(found)
        return invalidFinding(error)
      })
    evidence.push({ kind: support.kind, ...finding, seconds: (performance.now() - started) / 1000 } as Evidence)
  }
  const attacked = claim.expected === 'holds' && at.options.misprints
  return claimReport(claim, evidence, attacked ? await teethOf(claim, at) : null, at)
}
