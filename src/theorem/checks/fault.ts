/** What is wrong with a statement, gathered: one bad text never hides another. */
import { StatementError } from '../../symbolic/errors.js'

export interface Fault {
  /** the claim that is ill-stated; null where the whole theorem is */
  readonly claim: string | null
  readonly code: string
  /** 'liu2021/covariance › balance: "lamda" is not a symbol of this theorem; did you mean "lambda"?' */
  readonly message: string
}

export interface Faults {
  readonly found: readonly Fault[]
  /** Runs a check; a StatementError becomes a fault of that place, and null is returned. */
  attempt<T>(place: Place, check: () => T): T | null
}

/** Where a text stands: in a claim, or elsewhere ('given stability'). */
export interface Place {
  readonly claim?: string
  readonly at?: string
}

/** An empty list of faults of a theorem. */
export function faultsOf(id: string): Faults {
  const found: Fault[] = []
  return {
    found,
    attempt: ({ claim, at }, check) => {
      try {
        return check()
      } catch (error) {
        if (!(error instanceof StatementError)) throw error
        const where = [id, ...(claim ? [claim] : []), ...(at ? [at] : [])].join(' › ')
        found.push({ claim: claim ?? null, code: error.code, message: `${where}: ${error.message}` })
        return null
      }
    },
  }
}
