/**
 * A theorem is checked before it is verified: an ill-stated claim is a fault, and its sound neighbours are verified.
 */
import { checkTheorem } from '../theorem/check.js'
import { verifyTheorem } from '../verify/verify-theorem.js'
import type { Verify } from './verification.js'

/** Checks a theorem and verifies its sound claims in some way; faults of claims that nobody asked for are left out. */
export const checkedBefore = (verify: Verify): Verify => async (theorem, options, progress, share) => {
  const { theorem: sound, faults } = await checkTheorem(theorem)
  const asked = faults.filter(({ claim }) => claim === null || (options.claims?.includes(claim) ?? true))
  const ill = asked.map((fault) => ({ ...fault, file: theorem.id }))
  const found = sound ? await verify(sound, options, progress, share) : { claims: [], faults: [] }
  return { ...found, faults: [...ill, ...found.faults] }
}

export const verifyChecked: Verify = checkedBefore(verifyTheorem)
