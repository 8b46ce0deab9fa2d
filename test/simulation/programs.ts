/** Programs that several tests and the benchmarks run, built node by node. */
import type { Binary, Node, Program, Sampler, Unary } from '../../src/process/program.js'

/** Collects nodes and returns their numbers. */
export function graph() {
  const nodes: Node[] = []
  const put = (node: Node): number => nodes.push(node) - 1
  const binary = (op: Binary) => (a: number, b: number): number => put({ op, a, b })
  const unary = (op: Unary) => (a: number): number => put({ op, a })
  return {
    nodes,
    put,
    constant: (value: number) => put({ op: 'constant', value }),
    parameter: (index: number) => put({ op: 'parameter', index }),
    state: (index: number) => put({ op: 'state', index }),
    noise: (index: number) => put({ op: 'noise', index }),
    sample: (index: number) => put({ op: 'sample', index }),
    mean: (a: number) => put({ op: 'mean', a }),
    add: binary('add'), subtract: binary('subtract'), multiply: binary('multiply'), divide: binary('divide'),
    min: binary('min'), max: binary('max'),
    negate: unary('negate'), sqrt: unary('sqrt'), abs: unary('abs'),
    exp: unary('exp'), log: unary('log'), tanh: unary('tanh'),
  }
}

export const normal: Sampler = { kind: 'normal' }

/**
 * Momentum SGD m = mu m + K w + L z, w = w - lambda m in D dimensions with states m, w; parameters mu, lambda, K, L row
 * after row (L lower triangular); observables the products w_i w_j, j <= i.
 */
export function momentum(D: number): Program {
  const g = graph()
  const mu = g.parameter(0)
  const lambda = g.parameter(1)
  const w = Array.from({ length: D }, (_, i) => g.state(D + i))
  const m = w.map((_, i) => {
    let sum = g.multiply(mu, g.state(i))
    for (let j = 0; j < D; j++) sum = g.add(sum, g.multiply(g.parameter(2 + i * D + j), w[j]!))
    for (let j = 0; j <= i; j++) sum = g.add(sum, g.multiply(g.parameter(2 + D * D + i * D + j), g.noise(j)))
    return sum
  })
  const after = w.map((wi, i) => g.subtract(wi, g.multiply(lambda, m[i]!)))
  const observables = after.flatMap((a, i) => after.slice(0, i + 1).map((b) => g.multiply(a, b)))
  return {
    nodes: g.nodes, parameters: 2 + 2 * D * D, states: 2 * D, next: [...m, ...after],
    noise: Array.from({ length: D }, () => normal), sample: [], batch: 0, observables,
  }
}

/** The same with diagonal K and noise deviations: parameters mu, lambda, k_i, c_i; observables w_i^2. */
export function diagonalMomentum(D: number): Program {
  const g = graph()
  const mu = g.parameter(0)
  const lambda = g.parameter(1)
  const w = Array.from({ length: D }, (_, i) => g.state(D + i))
  const m = w.map((wi, i) => {
    const drift = g.add(g.multiply(mu, g.state(i)), g.multiply(g.parameter(2 + i), wi))
    return g.add(drift, g.multiply(g.parameter(2 + D + i), g.noise(i)))
  })
  const after = w.map((wi, i) => g.subtract(wi, g.multiply(lambda, m[i]!)))
  return {
    nodes: g.nodes, parameters: 2 + 2 * D, states: 2 * D, next: [...m, ...after],
    noise: w.map(() => normal), sample: [], batch: 0, observables: after.map((a) => g.multiply(a, a)),
  }
}

/** w = w - lambda mean(x (x'w + eps)) with S fresh normal samples; parameter lambda; observables w_i^2. */
export function regression(D: number, S: number): Program {
  const g = graph()
  const lambda = g.parameter(0)
  const w = Array.from({ length: D }, (_, i) => g.state(i))
  const x = w.map((_, i) => g.sample(i))
  let error = g.sample(D)
  for (let i = 0; i < D; i++) error = g.add(error, g.multiply(x[i]!, w[i]!))
  const after = w.map((wi, i) => g.subtract(wi, g.multiply(lambda, g.mean(g.multiply(error, x[i]!)))))
  return {
    nodes: g.nodes, parameters: 1, states: D, next: after, noise: [],
    sample: Array.from({ length: D + 1 }, () => normal), batch: S, observables: after.map((a) => g.multiply(a, a)),
  }
}

/** x = a x + b z until |x| >= c (parameters a, b, c): the chain leaves when it is beyond; observable x. */
export function exitOfLinear(): Program {
  const g = graph()
  const x = g.add(g.multiply(g.parameter(0), g.state(0)), g.multiply(g.parameter(1), g.noise(0)))
  const beyond = g.multiply(g.subtract(g.abs(x), g.parameter(2)), g.constant(1e300))
  const exit = g.min(g.constant(1), g.max(g.constant(0), beyond))
  return {
    nodes: g.nodes, parameters: 3, states: 1, next: [x], noise: [normal], sample: [], batch: 0, observables: [x], exit,
  }
}
