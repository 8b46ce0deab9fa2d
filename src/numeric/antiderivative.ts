/**
 * Antiderivatives on one panel: from the values of f at Gauss nodes, the integral of its interpolant from the left end
 * to every node. With x_i, w_i the rule on [-1, 1] and P_k the Legendre polynomials,
 *
 *     A_ij = (w_j / 2) sum_k P_k(x_j) [P_{k+1}(x_i) - P_{k-1}(x_i)],     P_{-1} = -1.
 */
import { gaussLegendre } from './quadrature.js'

export interface PanelRule {
  /** nodes on [-1, 1], increasing */
  readonly nodes: Float64Array
  readonly weights: Float64Array
  /** row i: weights of the integral from -1 to node i */
  readonly running: readonly Float64Array[]
}

const rules = new Map<number, PanelRule>()

/** The rule of any order >= 1; exact for polynomials of degree order - 1. */
export function panelRule(order: number): PanelRule {
  const known = rules.get(order)
  if (known) return known
  const { nodes, weights } = gaussLegendre(order)
  const values = Array.from(nodes, (x) => legendreValues(order, x))
  const running = values.map((at) => Float64Array.from(weights, (w, j) => {
    let sum = 0
    for (let k = 0; k < order; k++) sum += values[j]![k]! * (at[k + 1]! - (k ? at[k - 1]! : -1))
    return w * sum / 2
  }))
  const rule = { nodes, weights, running }
  rules.set(order, rule)
  return rule
}

/** P_0(x) .. P_n(x). */
function legendreValues(n: number, x: number): number[] {
  const values = [1, x]
  for (let k = 2; k <= n; k++) values.push(((2 * k - 1) * x * values[k - 1]! - (k - 1) * values[k - 2]!) / k)
  return values
}
