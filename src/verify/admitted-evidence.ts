/** Which kinds of evidence can say anything of a claim, found out in a moment and without a verdict. */
import { NumericalError } from '../numeric/errors.js'
import { Pole } from '../symbolic/ring.js'
import type { CompiledClaim, CompiledTheorem } from '../theorem/compile.js'
import type { Support } from '../theorem/support.js'
import { caseOf, type Case } from './case.js'
import type { Kind } from './kind.js'
import { kindNames, kindOf } from './kinds.js'

export interface Admission {
  readonly kind: Support['kind']
  /** does the theorem name it as evidence? */
  readonly stated: boolean
  /** why it can say nothing; null where it can */
  readonly refusal: string | null
}

const look = { effort: 0.1, precision: 0.02, seed: '1', alphaVerify: 1e-6, alphaRefute: 1e-6, misprints: false }

/** The kinds that need nothing beside the claim, asked one by one; those that refer to other claims are left out. */
export function admittedEvidence(compiled: CompiledTheorem): (claim: CompiledClaim) => Promise<readonly Admission[]> {
  const shared = caseOf(compiled, look)
  return async (claim) => {
    const stated = (compiled.theorem.evidence[claim.name] ?? []).map(({ kind }) => kind)
    const found: Admission[] = []
    for (const name of kindNames) {
      const kind = await kindOf({ kind: name } as Support)
      if (!kind.admits) continue
      // what is refused in company is asked again alone: what other claims measure is no concern of this one
      const refusal = await refusalOf(kind, claim, shared)
        && await refusalOf(kind, claim, caseOf(supportedBy(name, claim, compiled), look))
      found.push({ kind: name, stated: stated.includes(name), refusal })
    }
    return found
  }
}

/** The theorem as if this were all of its evidence. */
const supportedBy = (kind: Support['kind'], { name }: CompiledClaim, compiled: CompiledTheorem): CompiledTheorem =>
  ({ ...compiled, theorem: { ...compiled.theorem, evidence: { [name]: [{ kind } as Support] } } })

async function refusalOf(kind: Kind, claim: CompiledClaim, at: Case): Promise<string | null> {
  try {
    await kind.admits!({ claim, where: at.compiled.where, change: '' }, at)
    return null
  } catch (error) {
    // a point without a value says nothing of the claim
    if (error instanceof Pole || error instanceof NumericalError) return null
    return error instanceof Error ? error.message : String(error)
  }
}
