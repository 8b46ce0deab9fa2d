/**
 * What the kernels rely on: operands come earlier, indices are in range, variates of the batch meet the outside of the
 * batch only through a mean, and a batch without replacement fits in its data set.
 */
import type { Node, Program, Sampler } from '../process/program.js'
import { refuse } from '../symbolic/errors.js'

/** Earlier nodes a node refers to. */
export function operands(node: Node): readonly number[] {
  if ('b' in node) return [node.a, node.b]
  return 'a' in node ? [node.a] : []
}

/** For every node, whether it differs between the samples of a batch. */
export function variesInBatch(nodes: readonly Node[]): readonly boolean[] {
  const varies: boolean[] = []
  for (const node of nodes) {
    varies.push(node.op === 'sample' || (node.op !== 'mean' && operands(node).some((a) => varies[a] === true)))
  }
  return varies
}

/** The program itself; throws StatementError BAD_PROGRAM where a kernel could not run it. */
export function checkedProgram(program: Program): Program {
  const { nodes, next, observables, exit } = program
  nodes.forEach((node, i) => checkNode(program, node, i))
  const roots = exit === undefined ? [...next, ...observables] : [...next, ...observables, exit]
  const varies = variesInBatch(nodes)
  for (const root of roots) {
    check(root in nodes, `node ${root} of ${nodes.length} is wanted but not there`)
    check(varies[root] !== true, `node ${root} depends on a sample of the batch: take its mean`)
  }
  check(next.length === program.states, `${next.length} new states for ${program.states} states`)
  for (const sampler of [...program.noise, ...program.sample]) checkSampler(sampler, program.batch)
  return program
}

function checkNode(program: Program, node: Node, i: number): void {
  for (const a of operands(node)) check(Number.isInteger(a) && a >= 0 && a < i, `node ${i} refers to node ${a}`)
  if (node.op === 'mean' || node.op === 'sample') {
    check(Number.isInteger(program.batch) && program.batch > 0, `node ${i} needs a batch; its size is ${program.batch}`)
  }
  const sizes = {
    parameter: program.parameters, state: program.states, noise: program.noise.length, sample: program.sample.length,
  }
  if ('index' in node) check(node.index >= 0 && node.index < sizes[node.op], `node ${i} reads ${node.op} ${node.index}`)
}

function checkSampler(sampler: Sampler, batch: number): void {
  if (sampler.kind === 'chiSquare') check(sampler.degrees > 0, `chi-square with ${sampler.degrees} degrees`)
  if (sampler.kind !== 'row') return
  check(Number.isInteger(sampler.size) && sampler.size > 0, `a row of ${sampler.size} rows`)
  check(
    sampler.replacement || batch <= sampler.size, `a batch of ${batch} without replacement from ${sampler.size} rows`,
  )
}

function check(holds: boolean, what: string): void {
  if (!holds) refuse('BAD_PROGRAM', `cannot run the program: ${what}`)
}
