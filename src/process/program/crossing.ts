/**
 * The probability that a one-dimensional diffusion, at x before and y after a step of variance v, left between:
 * exp(-2 (b - x)(b - y) / v) past each end b, the Brownian bridge formula (Borodin and Salminen 2002), 1 where y is
 * past it.
 * The two ends are taken as independent; the error is exponentially small in (width)^2 / v.
 */
import { call, symbol, type Expression } from '../../symbolic/expression.js'
import type { Builder } from './builder.js'
import { isPositive } from './drawing.js'

export interface Ends {
  /** the number that stops the path, of the state before and after a step */
  readonly of: Expression
  readonly below?: Expression
  readonly above?: Expression
  /** variance of one step given the state before it, where the path goes on between steps; absent for a chain */
  readonly variance?: Expression
}

/** Node of the probability of leaving during the step; x, y and v and the ends are nodes, no v stands for a chain. */
export function crossingNode(
  { graph }: Builder, x: number, y: number, v: number | null, ends: { below?: number; above?: number },
): number {
  const { ring } = graph
  const past = (end: number, sign: 1 | -1): number => {
    if (v === null) return isPositive(graph, sign > 0 ? ring.sub(y, end) : ring.sub(end, y))
    const distance = (z: number): number => graph.max(graph.constant(0), sign > 0 ? ring.sub(end, z) : ring.sub(z, end))
    const exponent = ring.div(ring.mul(graph.constant(-2), ring.mul(distance(x), distance(y))), v)
    return ring.apply!('exp', [exponent], call('exp', symbol('crossing')))
  }
  const stays = [
    ...(ends.below === undefined ? [] : [ring.sub(ring.one, past(ends.below, -1))]),
    ...(ends.above === undefined ? [] : [ring.sub(ring.one, past(ends.above, 1))]),
  ]
  return ring.sub(ring.one, stays.reduce(ring.mul, ring.one))
}
