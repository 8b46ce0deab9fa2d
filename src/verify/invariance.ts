/**
 * A Gaussian state that is put at N(0, P) has the covariance F(P) = A^k P A^k' + Q k steps later. Where F(P) is within
 * eta of P in the norm whitened by P, the stationary covariance is within eta / (1 - c), c = |L^-1 A^k L|^2, P = L L':
 * a sum of
 * a geometric series, true whatever P was found by. So nothing need burn in, and a wrong P is seen, not believed.
 */
import { cholesky, multiply, operatorNorm, solve, type Matrix } from '../numeric/matrix.js'
import { NumericalError } from '../numeric/errors.js'
import { samplesToVerifyCovariance } from '../statistics/power.js'
import { StatementError } from '../symbolic/errors.js'
import type { Base } from './algebra.js'
import { BIAS_SHARE } from './simulation-levels.js'

export interface Invariance {
  /** P, the exact covariance of the state as the moment equations give it */
  readonly covariance: Matrix
  /** L */
  readonly factor: Matrix
  /** k, where steps times samples are fewest */
  readonly steps: number
  /** c at k steps: a part 1 - c of every error shows */
  readonly contraction: number
  /** steps after which c, and so what is left of a start at zero, is at most `bias` (found to an eighth) */
  burnIn(bias: number): number
}

/** Larger states need more samples than burning in needs steps. */
const LARGEST_STATE = 8
const LONGEST = 2 ** 20
/** Steps that are tried grow by an eighth. */
const GROWTH = 9 / 8
/** Starting a replica and summing its outer products take about as long as these steps. */
const START = 4

/** The plan for a Gaussian state of mean zero; null where there is none, or its covariance is singular. */
export function invarianceOf(base: Base<number>): Invariance | null {
  const chain = base.chain()
  const { states, space: { atoms } } = chain
  if (states.length > LARGEST_STATE) return null
  try {
    const products = states.map((a) => states.map((b) => atoms.product(a, b)))
    const moments = chain.moments([...states, ...products.flat()])
    if (states.some((a) => moments.get(a) !== 0)) return null
    const covariance = products.map((row) => row.map((m) => moments.get(m)!))
    const factor = cholesky(covariance)
    const linear = states.map((a) => states.map((b) => chain.next(a).get(b) ?? 0))
    const step = powersOf(solve(factor, multiply(linear, factor)))
    const left = (steps: number): number => Math.min(1, operatorNorm(step(steps)) ** 2)
    const best = bestSteps(left)
    return best.contraction < 1 ? { covariance, factor, ...best, burnIn: (bias) => firstBelow(left, bias) } : null
  } catch (error) {
    if (error instanceof StatementError || error instanceof NumericalError) return null
    throw error
  }
}

/** The k with the least (k + START) / (1 - c)^2. */
function bestSteps(left: (steps: number) => number): { steps: number; contraction: number } {
  let best = { steps: 1, contraction: 1, cost: Infinity }
  for (let steps = 1; steps < Math.min(4 * best.cost, LONGEST); steps = Math.ceil(GROWTH * steps)) {
    const contraction = left(steps)
    const cost = (steps + START) / (1 - contraction) ** 2
    if (cost < best.cost) best = { steps, contraction, cost }
  }
  return best
}

function firstBelow(left: (steps: number) => number, bias: number): number {
  let steps = 1
  while (left(steps) > bias && steps < LONGEST) steps = Math.ceil(GROWTH * steps)
  return steps
}

/** Does it verify a true claim about d coordinates in fewer steps than replicas that burn in from zero do? */
export function isCheaper(
  { covariance, steps, contraction, burnIn }: Invariance, d: number, precision: number, alpha: number,
): boolean {
  const own = (steps + START) * samplesToVerifyCovariance((1 - contraction) * precision, alpha, covariance.length)
  return own < (burnIn(precision * BIAS_SHARE) + 1) * samplesToVerifyCovariance(precision, alpha, d)
}

/** Powers of a matrix by repeated squaring. */
function powersOf(a: Matrix): (k: number) => Matrix {
  const squares = [a]
  return (k) => {
    let product: Matrix | null = null
    for (let bit = 0; 2 ** bit <= k; bit++) {
      squares[bit] ??= multiply(squares[bit - 1]!, squares[bit - 1]!)
      if (Math.floor(k / 2 ** bit) % 2) product = product ? multiply(product, squares[bit]!) : squares[bit]!
    }
    return product!
  }
}
