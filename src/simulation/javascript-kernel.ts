/**
 * A program as the text of a JavaScript function: one loop over the replicas, parameters taken out of it, one inner
 * loop over the batch for all means of a depth, every node a `const`.
 */
import type { Binary, Node, Program, Unary } from '../process/program.js'
import { exp, log, tanh } from './elementary.js'
import { evaluationOrder } from './evaluation-order.js'
import type { Stage } from './evaluation-order.js'
import type { Block, Steps } from './machine.js'

/** Steps compiled with `new Function`; equal to the interpreter's to the last bit. */
export function javascriptKernel(program: Program, block: Block): Steps {
  return {
    advance: compiled(program, block, [], []),
    accumulate: compiled(program, block, program.observables, addObservables(program, block.lanes)),
    depart: compiled(program, block, departing(program), writeDepartures(program, block.lanes)),
  }
}

const departing = ({ observables, exit }: Program): readonly number[] =>
  exit === undefined ? observables : [...observables, exit]

const addObservables = ({ observables }: Program, lanes: number): readonly string[] =>
  observables.map((node, i) => `observed[${i * lanes} + r] += t${node}`)

const writeDepartures = ({ observables, exit }: Program, lanes: number): readonly string[] => [
  ...observables.map((node, i) => `observed[${i * lanes} + r] = t${node}`),
  `leaving[r] = ${exit === undefined ? 0 : `t${exit}`}`,
]

function compiled(
  program: Program, block: Block, extra: readonly number[], writes: readonly string[],
): (count: number) => void {
  const text = kernelText(program, block.lanes, extra, writes)
  const build = new Function('block', 'exp', 'log', 'tanh', text) as (...given: unknown[]) => (count: number) => void
  return build(block, exp, log, tanh)
}

/** Source of a step that also evaluates `extra` nodes and makes `writes` of them. */
export function kernelText(
  program: Program, lanes: number, extra: readonly number[], writes: readonly string[],
): string {
  const { fixed, stages } = evaluationOrder(program, [...program.next, ...extra])
  const declare = (i: number): string => `const t${i} = ${nodeText(lanes, program.nodes[i]!)}`
  const lines = [
    "'use strict'",
    'const { parameters, state, variates, observed, leaving } = block',
    'return function step(count) {',
    ...fixed.map(declare),
    'for (let r = 0; r < count; r++) {',
    ...stages.flatMap((stage) => [...batchText(program, lanes, stage, declare), ...stage.perReplica.map(declare)]),
    ...program.next.map((node, i) => `state[${i * lanes} + r] = t${node}`),
    ...writes,
    '}',
    '}',
  ]
  return lines.join('\n')
}

function batchText(program: Program, lanes: number, stage: Stage, declare: (i: number) => string): readonly string[] {
  if (stage.means.length === 0) return []
  const gap = program.sample.length * lanes
  const input = (mean: number): string => {
    const node = program.nodes[mean]!
    return 'a' in node ? `t${node.a}` : ''
  }
  return [
    ...stage.means.map((i) => `let sum${i} = 0`),
    `for (let s = 0, at = ${program.noise.length * lanes} + r; s < ${program.batch}; s++, at += ${gap}) {`,
    ...stage.perSample.map(declare),
    ...stage.means.map((i) => `sum${i} += ${input(i)}`),
    '}',
    ...stage.means.map((i) => `const t${i} = sum${i} / ${program.batch}`),
  ]
}

function nodeText(lanes: number, node: Node): string {
  switch (node.op) {
    case 'constant': return Object.is(node.value, -0) ? '-0' : String(node.value)
    case 'parameter': return `parameters[${node.index}]`
    case 'state': return `state[${node.index * lanes} + r]`
    case 'noise': return `variates[${node.index * lanes} + r]`
    case 'sample': return `variates[${node.index * lanes} + at]`
    case 'gather': return `parameters[${node.base} + Math.trunc(t${node.a})] ?? NaN`
    case 'mean': throw new TypeError('a batch mean is a loop, not an expression')
    default: return operationText(node)
  }
}

function operationText(node: Extract<Node, { op: Binary | Unary }>): string {
  const a = `t${node.a}`
  const b = 'b' in node ? `t${node.b}` : ''
  switch (node.op) {
    case 'add': return `${a} + ${b}`
    case 'subtract': return `${a} - ${b}`
    case 'multiply': return `${a} * ${b}`
    case 'divide': return `${a} / ${b}`
    case 'min': return `Math.min(${a}, ${b})`
    case 'max': return `Math.max(${a}, ${b})`
    case 'negate': return `-${a}`
    case 'sqrt': return `Math.sqrt(${a})`
    case 'abs': return `Math.abs(${a})`
    default: return `${node.op}(${a})`
  }
}
