/**
 * Both sides of a claim computed another way, with error bounds, at many draws of the parameters. Interval logic
 * decides: verified where distance + error stays within the tolerance, refuted where distance - error exceeds it.
 */
import type { Agrees, Oracle } from '../../theorem/support.js'
import { doubles } from '../../theorem/doubles.js'
import { inDoubles } from '../../theorem/draws.js'
import { isScalar, scalarOf, scalarValue } from '../../symbolic/value.js'
import { agreementAt, noValue, type Agreement, type AgreementDraw } from '../agreement.js'
import { baseAt } from '../algebra.js'
import type { Case } from '../case.js'
import { statedEquation } from '../equation.js'
import type { Finding, Kind, Outcome } from '../kind.js'
import { parameterDraws } from '../parameter-draws.js'
import { numberText, parametersText } from '../parameters-text.js'
import { oracleValue, readingOf } from '../readings.js'
import { measuredIn } from '../solution.js'
import type { Variant } from '../variant.js'

const DRAWS = 20
const DRAWS_FOR_MISPRINTS = 4
/** Far above the errors that quadratures reach, far below what a misprint changes; limits lose half of the digits. */
const TOLERANCE = 1e-8
const TOLERANCE_OF_LIMITS = 1e-4

export const kind: Kind<Agrees> = {
  async check(variant, support, at): Promise<Finding> {
    const tolerance = toleranceOf(variant, support)
    const results: Agreement[] = []
    for (const draw of await drawsFor(variant, support, at)) {
      const found = attempt(() => (support.oracle ? byOracle(support.oracle, draw) : agreementAt(variant, draw, at)))
      if (found instanceof Error) return noFinding(draw, found)
      results.push(found)
      if (found.distance - found.error > tolerance) {
        return { ...refutation(variant, draw, found), perDraw: results.map(pointOf) }
      }
    }
    return summary(variant, results, tolerance)
  },
  async admits(variant, at) {
    statedEquation(variant, 'agrees')
    const [draw] = await parameterDraws(at, variant.claim, 1, 1)
    const base = baseAt(at.compiled, inDoubles(draw!), doubles, 1)
    for (const name of measuredIn(variant, at)) if (!readingOf(name, base)) oracleValue(name, base)
  },
  async attack(misprints, support, at) {
    // an oracle of its own does not read the claim
    if (!misprints[0] || support.oracle) return misprints.map((): Outcome => 'survived')
    const draws = (await drawsFor(misprints[0], support, at)).slice(0, DRAWS_FOR_MISPRINTS)
    return misprints.map((m): Outcome => (draws.some((draw) => excludes(m, draw, support, at)) ? 'killed' : 'survived'))
  },
}

const noFinding = ({ draw }: AgreementDraw, { message }: Error): Finding =>
  ({ verdict: 'undecided', how: `no value at ${JSON.stringify(parametersText(draw))}: ${message}` })

const toleranceOf = ({ claim }: Variant, { precision }: Agrees): number =>
  precision ?? (claim.limit ? TOLERANCE_OF_LIMITS : TOLERANCE)

async function drawsFor({ claim }: Variant, { draws = DRAWS }: Agrees, at: Case): Promise<readonly AgreementDraw[]> {
  const dimension = [...at.compiled.symbols.values()].every(({ rows }) => rows === '1') ? 1 : 2
  const count = Math.max(4, Math.round(draws * Math.min(at.options.effort, 4)))
  return (await parameterDraws(at, claim, dimension, count)).map((draw, number) => ({ draw, number, dimension }))
}

/** The result, or the error that says why there is none. @throws StatementError */
function attempt(compute: () => Agreement): Agreement | Error {
  try {
    return compute()
  } catch (error) {
    if (noValue(error)) return error
    throw error
  }
}

function excludes(misprint: Variant, draw: AgreementDraw, support: Agrees, at: Case): boolean {
  const found = attempt(() => agreementAt(misprint, draw, at))
  // a misprint that is no number at a point of the domain states nothing
  if (found instanceof Error) return 'code' in found && found.code === 'not-finite'
  return found.distance - found.error > toleranceOf(misprint, support)
}

function refutation({ claim: { limit } }: Variant, { draw }: AgreementDraw, found: Agreement): Finding {
  const { distance, error, left, right } = found
  const what = limit ? `the ratio of the sides stays ${amount(distance)} from 1 as ${limit.symbol} goes to its limit`
    : `the sides differ by ${amount(distance)} of the larger`
  const note = limit ? `both sides at the last point on the way of ${limit.symbol}` : 'both sides by quadrature'
  return {
    verdict: 'refuted', how: `${what}, error <= ${amount(error)}`, distance, error,
    counterexample: { parameters: parametersText(draw), left: numberText(left), right: numberText(right), note },
  }
}

function summary(variant: Variant, results: readonly Agreement[], tolerance: number): Finding {
  const worst = Math.max(...results.map(({ distance, error }) => distance + error))
  const digits = Math.min(15, Math.floor(-Math.log10(worst)))
  const shared = { draws: results.length, digits, worst, perDraw: results.map(pointOf) }
  const what = variant.claim.limit ? 'extrapolated ratio of the sides is 1' : 'both sides agree'
  if (!(worst <= tolerance)) {
    return { verdict: 'undecided', how: `${what} to ${amount(worst)} only, at ${results.length} draws`, ...shared }
  }
  const reached = digits > 1 ? `to ${digits} digits` : `within ${amount(worst)}`
  const how = `${what} ${reached} at ${results.length} draws, errors estimated`
  return { verdict: 'verified', how, ...shared }
}

/** One draw for the record: the entries of both sides in reading order, and how far they are apart. */
const pointOf = ({ left, right, distance, error }: Agreement) =>
  ({ left: left.entries.flat().map(sixDigits), right: right.entries.flat().map(sixDigits),
    distance: sixDigits(distance), error: sixDigits(error) })
const sixDigits = (x: number): number => Number(x.toPrecision(6))

const amount = (x: number): string => x.toExponential(1)

function byOracle(oracle: Oracle, { draw }: AgreementDraw): Agreement {
  const values = [...inDoubles(draw)].map(([name, v]) => [name, isScalar(v) ? scalarOf(v) : v.entries] as const)
  const { left, right, error } = oracle(Object.fromEntries(values))
  const scale = Math.max(Math.abs(left), Math.abs(right)) || 1
  const sides = { left: scalarValue(left), right: scalarValue(right) }
  return { distance: Math.abs(left - right) / scale, error: error / scale, ...sides }
}
