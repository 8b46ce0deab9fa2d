/** A start at N(0, P): every replica at L z of its own, P = L L', with z standard normal. */
import type { Node, Program } from '../process/program.js'
import type { Draw } from './start.js'

/** @param factor lower triangular L, one row for each coordinate of the state */
export function gaussianStart(factor: readonly (readonly number[])[]): Draw {
  const nodes: Node[] = []
  const put = (node: Node): number => nodes.push(node) - 1
  const normals = factor.map((_, index) => put({ op: 'noise', index }))
  let parameters = 0
  const term = (j: number): number =>
    put({ op: 'multiply', a: put({ op: 'parameter', index: parameters++ }), b: normals[j]! })
  const next = factor.map((_, i) => {
    let sum = term(0)
    for (let j = 1; j <= i; j++) sum = put({ op: 'add', a: sum, b: term(j) })
    return sum
  })
  const program: Program = {
    nodes, parameters, states: factor.length, next, noise: factor.map(() => ({ kind: 'normal' })), sample: [], batch: 0,
    observables: [],
  }
  return { program, parameters: factor.flatMap((row, i) => row.slice(0, i + 1)) }
}
