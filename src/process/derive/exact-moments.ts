/** Stationary moments as rational functions of the parameters, by elimination without fractions over Z[parameters]. */
import { fractionFreeDeterminant, solveFractionFree, type Quotient } from '../../symbolic/fraction-free.js'
import type { Fraction, FractionRing } from '../../symbolic/rings/fractions.js'
import type { IntegerPolynomial } from '../../symbolic/rings/integer-polynomial.js'
import { closure } from '../moments/closure.js'
import { blockMatrix, stationaryBlocks, type Moments } from '../moments/stationary.js'
import type { MomentSystem } from '../moments/system.js'

export interface ExactMoments {
  readonly moments: Moments<Fraction>
  /** determinants of the blocks of the moment equations: the natural factors of the denominators */
  readonly determinants: readonly IntegerPolynomial[]
}

/** @throws StatementError NOT_CLOSED; OutOfSteps; SingularMatrix where there is no unique stationary value */
export function exactMoments(
  system: MomentSystem<Fraction>, wanted: Iterable<number>, ring: FractionRing,
): ExactMoments {
  const targets = [...wanted]
  const moments = new Map<number, Fraction>([[0, ring.one]])
  for (const target of targets) if (target !== 0) moments.set(target, asFraction(solved(system, target, ring), ring))
  const determinants = stationaryBlocks(system, closure(system, targets)).map((block) =>
    fractionFreeDeterminant(blockMatrix(system, block).map(ring.cleared), ring.polynomials))
  return { moments, determinants }
}

/** One moment: the flow of everything it needs vanishes. */
function solved(system: MomentSystem<Fraction>, target: number, ring: FractionRing): Quotient {
  const all = closure(system, [target])
  const rows = all.map((monomial) => {
    const flow = system.flow(monomial)
    return ring.cleared([...all.map((other) => flow.get(other) ?? ring.zero), ring.neg(flow.get(0) ?? ring.zero)])
  })
  const [matrix, right] = [rows.map((row) => row.slice(0, -1)), rows.map((row) => row.at(-1)!)]
  return solveFractionFree(matrix, right, all.indexOf(target), ring.polynomials)
}

const asFraction = ({ numerator, denominator }: Quotient, ring: FractionRing): Fraction =>
  ring.div({ numerator, denominator: new Map() }, { numerator: denominator, denominator: new Map() })
