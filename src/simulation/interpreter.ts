/**
 * The plain meaning of a program: for each replica every node is evaluated in turn, and inside a batch mean every node
 * that varies with the sample once per sample. Slow, and the oracle of the compiled kernels.
 */
import type { Node, Program } from '../process/program.js'
import { variesInBatch } from './checked-program.js'
import { exp, log, tanh } from './elementary.js'
import type { Block, Steps } from './machine.js'
import { sampleSlot } from './variates.js'

/** Steps that evaluate the nodes one by one. */
export function interpreter(program: Program, block: Block): Steps {
  const { lanes, state, observed, leaving } = block
  const evaluate = evaluator(program, block)
  const step = (count: number, read: (values: readonly number[], r: number) => void): void => {
    for (let r = 0; r < count; r++) {
      const values = evaluate(r)
      read(values, r)
      program.next.forEach((node, i) => (state[i * lanes + r] = values[node]!))
    }
  }
  return {
    advance: (count) => step(count, () => {}),
    accumulate: (count) =>
      step(count, (values, r) => program.observables.forEach((node, i) => (observed[i * lanes + r]! += values[node]!))),
    depart: (count) =>
      step(count, (values, r) => {
        program.observables.forEach((node, i) => (observed[i * lanes + r] = values[node]!))
        leaving[r] = program.exit === undefined ? 0 : values[program.exit]!
      }),
  }
}

function evaluator(program: Program, block: Block): (r: number) => readonly number[] {
  const { nodes, batch } = program
  const varies = variesInBatch(nodes)
  return (r) => {
    const values: number[] = new Array<number>(nodes.length).fill(NaN)
    nodes.forEach((node, i) => {
      if (varies[i]) return
      if (node.op !== 'mean') values[i] = nodeValue(program, block, node, values, r, 0)
      else values[i] = batchSum(node.a) / batch
    })
    return values

    function batchSum(a: number): number {
      let sum = 0
      for (let s = 0; s < batch; s++) {
        for (let j = 0; j <= a; j++) if (varies[j]) values[j] = nodeValue(program, block, nodes[j]!, values, r, s)
        sum += values[a]!
      }
      return sum
    }
  }
}

function nodeValue(
  program: Program, block: Block, node: Node, values: readonly number[], r: number, s: number,
): number {
  const { lanes, parameters, state, variates } = block
  switch (node.op) {
    case 'constant': return node.value
    case 'parameter': return parameters[node.index]!
    case 'state': return state[node.index * lanes + r]!
    case 'noise': return variates[node.index * lanes + r]!
    case 'sample': return variates[sampleSlot(program, s, node.index) * lanes + r]!
    case 'gather': return parameters[node.base + Math.trunc(values[node.a]!)] ?? NaN
    case 'mean': return NaN
    default: return operation[node.op](values[node.a]!, 'b' in node ? values[node.b]! : NaN)
  }
}

const operation = {
  add: (a: number, b: number) => a + b,
  subtract: (a: number, b: number) => a - b,
  multiply: (a: number, b: number) => a * b,
  divide: (a: number, b: number) => a / b,
  min: Math.min,
  max: Math.max,
  negate: (a: number) => -a,
  sqrt: (a: number) => Math.sqrt(a),
  exp,
  log,
  abs: (a: number) => Math.abs(a),
  tanh,
} as const
