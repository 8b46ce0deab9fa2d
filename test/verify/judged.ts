/** A theorem verified as the suite does it, quickly: few draws, no misprints unless asked for. */
import { soundTheorem } from '../../src/theorem/check.js'
import type { Theorem } from '../../src/theorem/define.js'
import type { ClaimReport } from '../../src/verify/evidence.js'
import type { VerifyOptions } from '../../src/verify/options.js'
import { verifyTheorem } from '../../src/verify/verify-theorem.js'

export const quick: VerifyOptions = {
  effort: 0.1, precision: 0.1, seed: 'tests', alphaVerify: 1e-6, alphaRefute: 1e-6, misprints: false,
}

/** The reports of the claims, by name. */
export async function judged(
  theorem: Theorem, options: Partial<VerifyOptions> = {},
): Promise<ReadonlyMap<string, ClaimReport>> {
  const { claims, faults } = await verifyTheorem(await soundTheorem(theorem), { ...quick, ...options })
  if (faults.length) throw new Error(faults.map(({ message }) => message).join('; '))
  return new Map(claims.map((claim) => [claim.name, claim]))
}

/** name -> verdict. */
export const verdicts =
  async (theorem: Theorem, options: Partial<VerifyOptions> = {}): Promise<Record<string, string>> =>
    Object.fromEntries([...await judged(theorem, options)].map(([name, { verdict }]) => [name, verdict]))
