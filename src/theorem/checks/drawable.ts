/** Hypotheses must be met by some parameters: equalities by a construction, inequalities by a draw found in time. */
import { StatementError } from '../../symbolic/errors.js'
import { compile } from '../compile.js'
import type { Theorem } from '../define.js'
import { drawsOf } from '../draws.js'
import { planOf } from '../hypotheses.js'
import { conditionsOf } from '../points.js'
import type { Faults } from './fault.js'

/** Faults of the theorem's hypotheses, and of those of single claims. */
export async function checkDrawable(theorem: Theorem, faults: Faults): Promise<void> {
  const compiled = await compile(theorem)
  const shared = await refusal(async () => drawsOf(compiled, { dimension: 2 }))
  if (shared) {
    faults.attempt({ at: 'given' }, () => { throw shared })
    return
  }
  for (const [claim, { when }] of compiled.claims) {
    if (!when.length) continue
    const refused = await refusal(async () => {
      planOf(compiled, conditionsOf(compiled, claim))
      await drawsOf(compiled, { dimension: 2, claim })
    })
    if (refused) faults.attempt({ claim, at: 'when' }, () => { throw refused })
  }
}

async function refusal(run: () => Promise<unknown>): Promise<StatementError | null> {
  try {
    await run()
    return null
  } catch (error) {
    if (error instanceof StatementError) return error
    throw error
  }
}
