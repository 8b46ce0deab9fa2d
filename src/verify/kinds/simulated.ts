/**
 * Monte Carlo of the process, decided sequentially: at every draw of the parameters the claim must be verified within
 * the precision, at error alphaVerify; one draw, or the evidence pooled over draws, refutes at the claim's share of the
 * suite's error.
 */
import type { LedgerEntry } from '../../statistics/budget.js'
import { StatementError } from '../../symbolic/errors.js'
import { Pole } from '../../symbolic/ring.js'
import type { Simulated } from '../../theorem/support.js'
import type { Case } from '../case.js'
import type { Levels } from '../checkers/checker.js'
import type { Counterexample } from '../evidence.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { isFalseAtMeans } from '../linearised.js'
import { outOfReach } from '../heavy-tailed.js'
import { shortfall } from '../coverage.js'
import { poolFor } from '../parameter-pool.js'
import { numberText, parametersText } from '../parameters-text.js'
import { perDraw } from '../per-draw.js'
import { deciderOf } from '../decider.js'
import { decideWithin } from '../decide-within.js'
import { decisionKey } from '../decided.js'
import { checkedBy, decideRecorded, drawsFor, type Decision } from '../simulate.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import { type OpenFinding, summary } from '../simulated-finding.js'
import { simplestCounterexample } from '../simplest-counterexample.js'
import { drawCount, DRAWS_FOR_MISPRINTS, ledgerEntryOf, levelsOf } from '../simulation-levels.js'
import type { Variant } from '../variant.js'

export const kind: Kind<Simulated> = {
  costly: true,
  check: async (variant, support, at) => await findingBy(variant, support, at, () => true) as Finding,
  async checkSome(variant, support, at, mine) {
    return findingBy(variant, support, at, variant.claim.expected === 'refuted' ? () => true : mine)
  },
  async decider(variant, support, at) {
    if (variant.claim.expected === 'holds') return deciderOf(variant, support, at)
    // its first draw is to refute it, and then the search for a simple one goes on from there
    return (draw) => (draw === 0 ? this.check(variant, support, at) : undefined)
  },
  async admits(variant, at) {
    const [draw] = await drawsFor(variant, { kind: 'simulated', dimension: 1 }, 1, at)
    const { precision, alphaVerify, alphaRefute } = at.options
    checkedBy(variant, draw!, { precision, alphaVerify, alphaRefute }, at)
  },
  async attack(misprints, support, at) {
    const levels = levelsOf(support, ledgerEntryOf(misprints[0]!.claim.name, at), at)
    const draws = (await drawsFor(misprints[0]!, support, drawCount(at), at)).slice(0, DRAWS_FOR_MISPRINTS)
    const within = draws.filter((draw) => outOfReach(misprints[0]!, draw, at) === null)
    return misprints.map((m): Outcome => (within.some((draw) => isKilled(m, draw, levels, at)) ? 'killed' : 'survived'))
  },
}

/** Decides the draws that are `mine` in order; what comes after one that is not, nobody knows alone. */
async function findingBy(
  variant: Variant, support: Simulated, at: Case, mine: (draw: number) => boolean,
): Promise<Finding | OpenFinding> {
  const ledger = ledgerEntryOf(variant.claim.name, at)
  const levels = levelsOf(support, ledger, at)
  const draws = await drawsFor(variant, support, drawCount(at), at)
  const short = await missedBy(draws, variant, support, at)
  if (short.length) return notCovered(short)
  const results: Decision[] = []
  let unreached: string | null = null
  for (const draw of draws) {
    if (!mine(draw.number)) {
      const decideAt = await deciderOf(variant, support, at)
      draws.slice(draw.number).filter(({ number }) => mine(number)).forEach(({ number }) => decideAt(number))
      return openFinding(variant, draws, levels, ledger)
    }
    await at.elsewhere?.(draw.number)
    const result = decideWithin(variant, draw, levels, at)
    if ('beyond' in result) {
      unreached ??= result.beyond
      continue
    }
    results.push(result)
    if (result.check.status === 'refuted') {
      return { ...await refutation(variant, result, levels, ledger, at), perDraw: perDraw(results) }
    }
    if (result.check.status === 'invalid') {
      return { verdict: 'invalid', how: result.check.reason ?? 'the simulation failed' }
    }
  }
  return summary(results, levels, ledger, unreached)
}

const openFinding = (
  variant: Variant, draws: readonly SimulatedDraw[], levels: Levels, ledger: LedgerEntry,
): OpenFinding => ({
  levels, ledger,
  draws: draws.map((draw) => ({ key: decisionKey(variant, draw, levels), dimension: draw.dimension })),
})

/** Too little of the domains was drawn for a verdict that speaks of them. */
const notCovered = (short: readonly string[]): Finding => ({
  verdict: 'undecided', short,
  how: `only ${short.join(', ')} drawn: raise the effort, or give domains and hypotheses whose draws spread further`,
})

/** What of their domains the draws do not cover as they must. */
async function missedBy(
  draws: readonly SimulatedDraw[], { claim }: Variant, { reach }: Simulated, at: Case,
): Promise<string[]> {
  const dimensions = [...new Set(draws.map(({ dimension }) => dimension))]
  const pools = await Promise.all(dimensions.map((d) => poolFor(at, claim, d, reach)))
  return shortfall(draws.map(({ draw }) => draw), pools.flat())
}

function isKilled(misprint: Variant, draw: SimulatedDraw, levels: Levels, at: Case): boolean {
  try {
    return decideRecorded(misprint, draw, levels, at).check.status === 'refuted'
  } catch (error) {
    if (error instanceof Pole) return true
    if (error instanceof StatementError && error.code === 'NOT_AFFINE') {
      return isFalseAtMeans(misprint, draw, levels.alphaRefute, at)
    }
    if (error instanceof StatementError) return false
    throw error
  }
}

async function refutation(
  variant: Variant, result: Decision, levels: Levels, ledger: LedgerEntry, at: Case,
): Promise<Finding> {
  const { check, draw: { number } } = result
  const shared = { draws: number + 1, samples: check.n, logE: check.logE.refute, needed: check.needed.refute,
    guarantee: check.guarantee, ledger }
  if (check.n === 0) {
    return { verdict: 'refuted', how: check.reason ?? 'inadmissible claim', ...shared, confirmed: true,
      counterexample: counterexampleAt(result) }
  }
  const { found, confirmed, steps, tried } = await simplestCounterexample(variant, result, levels, ledger, at)
  return {
    verdict: 'refuted',
    how: `refuted at draw ${number + 1} after ${check.n} samples, error <= ${ledger.alpha.toExponential(1)}`
      + (confirmed ? ', confirmed on fresh samples' : ''),
    ...shared, confirmed,
    shrunk: { steps, tried, logE: found.check.logE.refute, needed: found.check.needed.refute, samples: found.check.n },
    counterexample: counterexampleAt(found),
  }
}

function counterexampleAt({ draw: { draw }, check: { estimate, reason } }: Decision): Counterexample {
  const seen = estimate && numberText({ rows: 'D', columns: 'D', entries: estimate })
  return {
    parameters: parametersText(draw), left: seen, right: null, note: reason ?? 'the left side is what was estimated',
  }
}
