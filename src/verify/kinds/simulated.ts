/**
 * Monte Carlo of the process, decided sequentially: at every draw of the parameters the claim must be verified within the
 * precision, at error alphaVerify; one draw, or the evidence pooled over draws, refutes at this theorem's share of the suite's error.
 */
import { logPooled, emptyPool, poolDraw } from '../../statistics/pool.js'
import type { BetLog, Check } from '../../statistics/check.js'
import { refuse, StatementError } from '../../symbolic/errors.js'
import { Pole } from '../../symbolic/ring.js'
import type { Simulated } from '../../theorem/support.js'
import type { Case } from '../case.js'
import { checkerFor } from '../checker.js'
import type { Checker, Levels } from '../checkers/checker.js'
import type { Counterexample } from '../evidence.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { parameterDraws } from '../parameter-draws.js'
import { numberText, parametersText } from '../parameters-text.js'
import { simulatedDraw, type SimulatedDraw } from '../simulated-draw.js'
import type { Variant } from '../variant.js'

const DRAWS = 20
/** Draws tried on misprints: one is enough to kill, and the first few cover the strata. */
const DRAWS_FOR_MISPRINTS = 4
const PATTERN = [2, 1, 2, 3, 2]

export const kind: Kind<Simulated> = {
  async check(variant, support, at): Promise<Finding> {
    const levels = levelsOf(support, at)
    const results: Result[] = []
    for (const draw of await drawsFor(variant, support, at)) {
      const result = decide(variant, draw, levels, at)
      results.push(result)
      if (result.check.status === 'refuted') return refutation(variant, result, levels, results.length, at)
      if (result.check.status === 'invalid') return { verdict: 'invalid', how: result.check.reason ?? 'the simulation failed' }
    }
    return summary(results, levels, at)
  },
  async attack(misprints, support, at) {
    const levels = levelsOf(support, at)
    const draws = (await drawsFor(misprints[0]!, support, at)).slice(0, DRAWS_FOR_MISPRINTS)
    return misprints.map((m): Outcome => (draws.some((draw) => isKilled(m, draw, levels, at)) ? 'killed' : 'survived'))
  },
}

interface Result {
  readonly draw: SimulatedDraw
  readonly check: Check<number[][]>
  readonly checker: Checker
}

function countOf(at: Case): number {
  return Math.max(4, Math.round(DRAWS * Math.min(at.options.effort, 4)))
}

/** Half of the theorem's error for single draws, half for pooled evidence; shared among its simulated claims. */
function levelsOf(support: Simulated, at: Case): Levels {
  const claims = Object.values(at.compiled.theorem.evidence).filter((all) => all.some(({ kind: k }) => k === 'simulated')).length
  return {
    precision: support.precision ?? at.options.precision,
    alphaVerify: at.options.alphaVerify,
    alphaRefute: at.options.alphaRefute / (2 * claims * countOf(at)),
  }
}

async function drawsFor({ claim }: Variant, support: Simulated, at: Case): Promise<readonly SimulatedDraw[]> {
  const numbers = Array.from({ length: countOf(at) }, (_, k) => k)
  const dimensionOf = (k: number): number => support.dimension ?? PATTERN[k % PATTERN.length]!
  const pools = new Map<number, Awaited<ReturnType<typeof parameterDraws>>>()
  for (const d of new Set(numbers.map(dimensionOf))) pools.set(d, await parameterDraws(at, claim, d, numbers.length, { reach: support.reach ?? 1 }))
  return numbers.map((k) => simulatedDraw(at, claim, pools.get(dimensionOf(k))![k]!, k, dimensionOf(k)))
}

/** Samples until the check is decided or the budget is spent. @throws StatementError for a claim that measures nothing */
function decide(variant: Variant, draw: SimulatedDraw, levels: Levels, at: Case): Result {
  const checker = checkerFor(variant, draw, levels, at) ?? refuse('NOTHING_MEASURED', 'simulated() needs a claim with a measured symbol')
  const { recording, budget } = checker
  for (let k = 0; k * recording.replicasPerChunk < budget; k++) if (checker.update(recording.chunk(k)) !== 'running') break
  return { draw, checker, check: checker.verdict() }
}

function isKilled(misprint: Variant, draw: SimulatedDraw, levels: Levels, at: Case): boolean {
  try {
    return decide(misprint, draw, levels, at).check.status === 'refuted'
  } catch (error) {
    if (error instanceof Pole) return true
    if (error instanceof StatementError) return false
    throw error
  }
}

function refutation(variant: Variant, { draw, check }: Result, levels: Levels, draws: number, at: Case): Finding {
  const fresh = simulatedDraw(at, variant.claim, draw.draw, draw.number, draw.dimension, 'confirm')
  const confirmed = check.n === 0 || decide(variant, fresh, levels, at).check.status === 'refuted'
  return {
    verdict: 'refuted',
    how: check.n === 0 ? check.reason ?? 'inadmissible claim'
      : `refuted at draw ${draws} after ${check.n} samples, error <= ${at.options.alphaRefute.toExponential(1)}`
        + (confirmed ? ', confirmed on fresh samples' : ''),
    draws, samples: check.n, logE: check.logE.refute, needed: check.needed.refute, guarantee: check.guarantee, confirmed,
    counterexample: counterexampleAt(draw, check),
  }
}

function counterexampleAt({ draw }: SimulatedDraw, { estimate, reason }: Check<number[][]>): Counterexample {
  const seen = estimate && numberText({ rows: 'D', columns: 'D', entries: estimate })
  return { parameters: parametersText(draw), left: seen, right: null, note: reason ?? 'the left side is what was estimated' }
}

function summary(results: readonly Result[], levels: Levels, at: Case): Finding {
  const verified = results.filter(({ check }) => check.status === 'verified' || check.status === 'degenerate')
  const samples = results.reduce((sum, { check }) => sum + check.n, 0)
  const guarantee = weakest(results.map(({ check }) => check.guarantee))
  const pooled = logPooledOf(results.map(({ check }) => check.bets))
  const threshold = Math.log((2 * countOf(at) * 2) / (levels.alphaRefute * 4 * countOf(at)))
  const shared = { draws: results.length, samples, precision: levels.precision, guarantee, pooled }
  if (pooled >= threshold) {
    return { verdict: 'refuted', how: `refuted by the evidence pooled over ${results.length} draws`, ...shared }
  }
  if (verified.length < results.length) {
    return { verdict: 'undecided', how: `${verified.length} of ${results.length} draws verified; more samples are needed`, ...shared }
  }
  return {
    verdict: 'verified',
    how: `within ${100 * levels.precision} % at ${results.length} draws, error <= ${levels.alphaVerify.toExponential(0)} each, ${guarantee}`,
    ...shared,
  }
}

const order = ['exact', 'conditional', 'asymptotic']
const weakest = (all: readonly string[]): string =>
  all.reduce((a, b) => (order.findIndex((o) => b.startsWith(o)) > order.findIndex((o) => a.startsWith(o)) ? b : a), 'exact')

function logPooledOf(draws: readonly (readonly BetLog[])[]): number {
  const components = [...new Set(draws.flatMap((bets) => bets.map(({ component }) => component)))]
  if (!components.length) return 0
  return logPooled(draws.reduce((pool, bets) => poolDraw(pool, bets), emptyPool(components)))
}
