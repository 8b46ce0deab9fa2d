/**
 * Does the check bite on the algorithm? The text of the process is misprinted while the claims stay as they are: some
 * claim's evidence must then refute it, unless the step has the same law, or the same first and second moments.
 */
import type { CompiledClaim, CompiledTheorem } from '../theorem/compile.js'
import { StatementError } from '../symbolic/errors.js'
import { NumericalError } from '../numeric/errors.js'
import { Pole } from '../symbolic/ring.js'
import { NotEnoughTerms } from '../symbolic/rings/laurent.js'
import type { Support } from '../theorem/support.js'
import { caseOf, type Case } from './case.js'
import type { AlgorithmTeeth, ClaimReport } from './evidence.js'
import { fieldBase } from './field-points.js'
import type { Outcome } from './kind.js'
import { kindOf } from './kinds.js'
import { processKindOf } from './process-kind-of.js'
import type { ProcessMisprint } from './process-misprints.js'
import { isSameMap } from './same-map.js'
import { isSameStep } from './same-step.js'
import { isGreen } from './verdict.js'

/** Small dimensions show a wrong step as well as large ones do, at a fraction of the cost. */
const DIMENSIONS = [1, 2]

/**
 * Attacks the process of a theorem; null where it has no text to misprint, or no claim of it holds, or attacks are off.
 */
export async function algorithmTeeth(reports: readonly ClaimReport[], at: Case): Promise<AlgorithmTeeth | null> {
  const { compiled, options } = at
  const green = reports.filter(({ expected, verdict }) => expected === 'holds' && isGreen(verdict))
  if (!options.misprints || !green.length) return null
  const claims = green.map(({ name }) => compiled.claims.get(name)!)
  const misprints = processKindOf(compiled).misprints(compiled)
  if (!misprints.length) return null
  const found: Fate[] = []
  for (const misprint of misprints) found.push(await fateOf(misprint, claims, at))
  const having = (fate: Fate): string[] => misprints.filter((_, i) => found[i] === fate).map(({ change }) => change)
  return {
    total: misprints.length, killed: having('killed').length, equivalent: having('equivalent').length,
    alsoTrue: having('also true'), survivors: having('survived'),
  }
}

/** also true: every claim that algebra can ask is proved of the misprinted process as well */
type Fate = Outcome | 'also true'

/** Algebra first, then the comparison of the steps, then simulation. */
async function fateOf({ process }: ProcessMisprint, claims: readonly CompiledClaim[], at: Case): Promise<Fate> {
  const theorem = Object.freeze({ ...at.compiled.theorem, process })
  const compiled: CompiledTheorem = { ...at.compiled, theorem }
  const wrong = caseOf(compiled, at.options, at)
  const exactly: ReadonlySet<string> = processKindOf(at.compiled).readers
  const speaking =
    claims.filter(({ name }) => theorem.evidence[name]!.some(({ kind }) => exactly.has(kind) || kind === 'simulated'))
  // a limit is computed along many points: too long for every misprint
  const exact = await outcomesOf(speaking, (kind) => exactly.has(kind), wrong)
  if (exact.flat().includes('killed')) return 'killed'
  if (isEquivalent(claims, at, wrong)) return 'equivalent'
  if (exact.length > 0 && exact.every((outcomes) => outcomes.includes('equivalent'))) return 'also true'
  // an oracle of what is simulated as well shows in a moment what samples would show
  const solved = await outcomesOf(speaking, (kind) => kind === 'agrees', wrong)
  if (solved.flat().includes('killed')) return 'killed'
  const sampled = await outcomesOf(speaking, (kind) => kind === 'simulated', wrong)
  return sampled.flat().includes('killed') ? 'killed' : 'survived'
}

function isEquivalent(claims: readonly CompiledClaim[], at: Case, wrong: Case): boolean {
  const measures = new Set(at.compiled.measure.keys())
  const [claim] = claims
  if (!processKindOf(at.compiled).hasSteps) return false
  return isSameMap(at, wrong, claims)
    || isSameStep(fieldBase(at, claim!, 2, 0), fieldBase(wrong, claim!, 2, 0), measures)
}

/** What each piece of evidence of the wanted kinds says of the claims, up to the first kill. */
async function outcomesOf(
  claims: readonly CompiledClaim[], wanted: (kind: string) => boolean, at: Case,
): Promise<Outcome[][]> {
  const all: Outcome[][] = []
  for (const claim of claims) {
    const own: Outcome[] = []
    all.push(own)
    for (const support of at.compiled.theorem.evidence[claim.name] ?? []) {
      if (!wanted(support.kind) || (support.kind === 'agrees' && claim.limit)) continue
      own.push(await outcomeOf(claim, support, at))
      if (own.includes('killed')) return all
    }
  }
  return all
}

async function outcomeOf(claim: CompiledClaim, support: Support, at: Case): Promise<Outcome> {
  const kind = await kindOf(support)
  if (!kind.attack) return 'survived'
  const small = support.kind === 'moments'
    ? { ...support, dimensions: (support.dimensions ?? DIMENSIONS).slice(0, DIMENSIONS.length) } : support
  const variant = { claim, where: at.compiled.where, change: '' }
  try {
    // a look at a few draws tells most; what it leaves is checked in full, since it may be the same in other words
    const [glance] = await kind.attack([variant], small, at)
    if (support.kind !== 'simulated' || glance === 'killed') return glance!
    const { verdict } = await kind.check(variant, support, at)
    return verdict === 'refuted' || verdict === 'invalid' ? 'killed' : 'survived'
  } catch (error) {
    // what cannot be simulated where the theorem says it is stable is never green; algebra alone may just not apply
    if (error instanceof StatementError) return support.kind === 'simulated' ? 'killed' : 'survived'
    // a grid for a process without noise or bounds has no size
    const isUnsettled =
      [Pole, NotEnoughTerms, NumericalError, RangeError].some((kindOfError) => error instanceof kindOfError)
    if (isUnsettled) return 'survived'
    throw error
  }
}
