/**
 * Which nodes of a stage get locals. A value used once is computed where it is used, so that sums of products keep few
 * registers; a value used twice, or across a loop, is computed once; a sum of three or more terms becomes a running
 * sum, so that the replicas of a tile share each parameter it loads.
 */
import type { Node, Program } from '../../process/program.js'
import { operands } from '../checked-program.js'
import type { EvaluationOrder } from '../evaluation-order.js'
import { grouped, isDenseRow } from './dense-run.js'
import type { Terms } from './dense-run.js'

export interface Plan {
  /** nodes that get locals */
  readonly kept: ReadonlySet<number>
  /** top of a running sum -> its first term and the others */
  readonly sums: ReadonlyMap<number, RunningSum>
}

export interface RunningSum {
  readonly base: number
  readonly terms: readonly Terms[]
}

/** How many leaves, those used most, live in locals; the rest are read anew at every use. */
const leavesInLocals = 6

/** Plans the evaluation of an order whose results are the roots. */
export function plan(program: Program, order: EvaluationOrder, roots: readonly number[]): Plan {
  const { nodes } = program
  const uses = countUses(program, order, roots)
  const isFixed = new Set(order.fixed)
  const reused = [...uses.keys()].filter((i) => !isFixed.has(i) && uses.get(i)!.times > 1)
  const leaves = reused.filter((i) => isLeaf(nodes[i]!)).sort((a, b) => uses.get(b)!.times - uses.get(a)!.times)
  // rows side by side walk through their leaves in loops
  const room = roots.filter((root) => isDenseRow(nodes, root)).length > 1 ? 0 : leavesInLocals
  const kept = new Set([...reused.filter((i) => !isLeaf(nodes[i]!)), ...leaves.slice(0, room)])
  const home = homes(order)
  for (const [i, { regions }] of uses) {
    if (!isFixed.has(i) && !isLeaf(nodes[i]!) && [...regions].some((region) => region !== home.get(i))) kept.add(i)
  }
  const spines = runningSums(nodes, kept, isFixed, uses)
  for (const top of spines.keys()) kept.add(top)
  const sums = [...spines].map(
    ([top, [base, ...terms]]) => [top, { base: base!, terms: grouped(program, terms, kept) }] as const,
  )
  return { kept, sums: new Map(sums) }
}

interface Uses {
  times: number
  readonly regions: Set<string>
}

const isLeaf = (node: Node): boolean => operands(node).length === 0

function homes(order: EvaluationOrder): ReadonlyMap<number, string> {
  const home = new Map<number, string>()
  order.stages.forEach(({ means, perSample, perReplica }, k) => {
    for (const i of perSample) if (!home.has(i)) home.set(i, `batch ${k}`)
    for (const i of [...means, ...perReplica]) home.set(i, `stage ${k}`)
  })
  return home
}

function countUses(program: Program, order: EvaluationOrder, roots: readonly number[]): Map<number, Uses> {
  const uses = new Map<number, Uses>()
  const use = (i: number, region: string): void => {
    const known = uses.get(i) ?? { times: 0, regions: new Set() }
    known.times++
    known.regions.add(region)
    uses.set(i, known)
  }
  order.stages.forEach(({ means, perSample, perReplica }, k) => {
    for (const i of [...perSample, ...means]) for (const a of operands(program.nodes[i]!)) use(a, `batch ${k}`)
    for (const i of perReplica) for (const a of operands(program.nodes[i]!)) use(a, `stage ${k}`)
  })
  for (const root of roots) use(root, `stage ${order.stages.length - 1}`)
  return uses
}

function runningSums(
  nodes: readonly Node[], kept: ReadonlySet<number>, isFixed: ReadonlySet<number>, uses: ReadonlyMap<number, Uses>,
): Map<number, readonly number[]> {
  const sums = new Map<number, readonly number[]>()
  const inner = new Set<number>()
  for (const top of [...uses.keys()].sort((a, b) => b - a)) {
    if (inner.has(top) || isFixed.has(top) || !addsTerm(nodes[top]!)) continue
    const spine = [top]
    for (let i = leftOf(nodes[top]!); ; i = leftOf(nodes[i]!)) {
      spine.push(i)
      if (kept.has(i) || isFixed.has(i) || !addsTerm(nodes[i]!)) break
    }
    if (spine.length < 4) continue
    for (const i of spine.slice(1, -1)) inner.add(i)
    sums.set(top, spine.reverse())
  }
  return sums
}

const addsTerm = (node: Node): boolean => node.op === 'add' || node.op === 'subtract'
const leftOf = (node: Node): number => operands(node)[0]!
