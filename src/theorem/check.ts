/**
 * The loader's check: everything that the compiler refuses, in the same words, and what types cannot see: shapes,
 * hidden products, hypotheses that nothing meets, evidence in a circle. It collects: one bad claim hides no other.
 */
import { StatementError } from '../symbolic/errors.js'
import { loadParser } from '../symbolic/parse.js'
import { checkClaim, checkHypothesis } from './checks/claims.js'
import { scopeOf } from './checks/definitions.js'
import { checkDrawable } from './checks/drawable.js'
import { checkEvidence } from './checks/evidence.js'
import { faultsOf, type Fault, type Faults } from './checks/fault.js'
import { checkForm, isRecord } from './checks/form.js'
import { checkMeasures } from './checks/measures.js'
import { checkProcess } from './checks/process.js'
import { checkSymbol } from './checks/symbols.js'
import type { Theorem } from './define.js'

export type { Fault } from './checks/fault.js'

export interface Checked {
  /** the theorem with its sound claims only; null where the theorem itself is ill-stated, or no claim is left */
  readonly theorem: Theorem | null
  readonly faults: readonly Fault[]
}

/**
 * Checks the default export of a module. A bad statement never throws: its faults name theorem › claim, the value and
 * the way out.
 */
export async function checkTheorem(stated: unknown): Promise<Checked> {
  const faults = faultsOf(isRecord(stated) && typeof stated.id === 'string' && stated.id ? stated.id : 'theorem')
  const theorem = faults.attempt({}, () => theoremOf(stated))
  if (!theorem) return { theorem: null, faults: faults.found }
  await loadParser()
  checkTexts(theorem, faults)
  const sound = withoutFaults(theorem, faults.found)
  if (!sound) return { theorem: null, faults: faults.found }
  await checkDrawable(sound, faults)
  return { theorem: withoutFaults(theorem, faults.found), faults: faults.found }
}

function theoremOf(stated: unknown): Theorem {
  checkForm(stated)
  return stated
}

function checkTexts(theorem: Theorem, faults: Faults): void {
  for (const name of Object.keys(theorem.symbols)) faults.attempt({ at: name }, () => checkSymbol(name, theorem))
  if (faults.found.length) return
  const scope = scopeOf(theorem, faults)
  for (const [name, text] of Object.entries(theorem.given)) {
    faults.attempt({ at: `given ${name}` }, () => checkHypothesis(text, scope))
  }
  checkMeasures(scope, checkProcess(scope, faults), faults)
  for (const name of Object.keys(theorem.claims)) checkClaim(name, scope, faults)
  checkEvidence(theorem, faults)
}

/** A fault of a claim costs that claim; any other costs the theorem. */
function withoutFaults(theorem: Theorem, faults: readonly Fault[]): Theorem | null {
  if (!faults.length) return theorem
  const bad = new Set(faults.map(({ claim }) => claim))
  const left = Object.entries(theorem.claims).filter(([name]) => !bad.has(name))
  return bad.has(null) || !left.length ? null : Object.freeze({ ...theorem, claims: Object.fromEntries(left) })
}

/** The theorem, or the first of its faults as an error. @throws StatementError */
export async function soundTheorem(stated: unknown): Promise<Theorem> {
  const { faults } = await checkTheorem(stated)
  const [first] = faults
  if (first) throw new StatementError(first.code, first.message)
  return stated as Theorem
}
