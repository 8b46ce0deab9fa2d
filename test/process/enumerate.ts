/**
 * One step of the real algorithm without sampling: every variate of a program takes the atoms of a rule with the same
 * moments through order 5 (Gauss and Hermite for normals), all combinations are run, and observables are averaged.
 */
import type { Node, Program, Sampler } from '../../src/process/program.js'

type Atoms = readonly (readonly [value: number, weight: number])[]

const rules: Partial<Record<Sampler['kind'], (sampler: Sampler) => Atoms>> = {
  normal: () => [[0, 2 / 3], [Math.sqrt(3), 1 / 6], [-Math.sqrt(3), 1 / 6]],
  rademacher: () => [[1, 1 / 2], [-1, 1 / 2]],
  row: (sampler) =>
    Array.from({ length: (sampler as { size: number }).size }, (_, n) => [n, 1 / (sampler as { size: number }).size]),
}

/** E of every observable after one step from a state. */
export function oneStepMeans(program: Program, parameters: Float64Array, state: readonly number[]): number[] {
  const slots = [...program.noise, ...Array.from({ length: program.batch }, () => program.sample).flat()]
  const sums = program.observables.map(() => 0)
  let total = 0
  const visit = (drawn: readonly number[], weight: number): void => {
    const rule = slots[drawn.length]
    if (rule) return rules[rule.kind]!(rule).forEach(([x, w]) => visit([...drawn, x], weight * w))
    const w = weight * distinctRows(program, drawn)
    total += w
    const values = run(program, parameters, state, drawn)
    program.observables.forEach((node, i) => { sums[i]! += w * values(node) })
  }
  visit([], 1)
  return sums.map((s) => s / total)
}

/** 0 for a batch with a repeated row where rows may not repeat. */
function distinctRows({ noise, sample, batch }: Program, drawn: readonly number[]): number {
  const repeated = sample.some((s, slot) => s.kind === 'row' && !s.replacement
    && new Set(Array.from({ length: batch }, (_, k) => drawn[noise.length + k * sample.length + slot])).size < batch)
  return repeated ? 0 : 1
}

/** Values of nodes, by recursion over the graph. */
export function run(
  program: Program, parameters: Float64Array, state: readonly number[], drawn: readonly number[],
): (node: number, sample?: number) => number {
  const value = (id: number, k = 0): number => {
    const node: Node = program.nodes[id]!
    switch (node.op) {
      case 'constant': return node.value
      case 'parameter': return parameters[node.index]!
      case 'state': return state[node.index]!
      case 'noise': return drawn[node.index]!
      case 'sample': return drawn[program.noise.length + k * program.sample.length + node.index]!
      case 'mean': return sum(Array.from({ length: program.batch }, (_, s) => value(node.a, s))) / program.batch
      case 'gather': return parameters[node.base + Math.trunc(value(node.a, k))]!
      default: return 'b' in node
        ? binary[node.op](value(node.a, k), value(node.b, k))
        : unary[node.op](value(node.a, k))
    }
  }
  return value
}

const sum = (terms: readonly number[]): number => terms.reduce((a, b) => a + b, 0)

const binary = {
  add: (a: number, b: number) =>
    a + b, subtract: (a: number, b: number) => a - b, multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b, min: Math.min, max: Math.max,
}
const unary =
  { negate: (a: number) => -a, sqrt: Math.sqrt, exp: Math.exp, log: Math.log, abs: Math.abs, tanh: Math.tanh }
