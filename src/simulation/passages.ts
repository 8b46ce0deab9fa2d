/**
 * First passages: a path leaves during a step with the probability the program states, and the number of that step is
 * its passage time. A path beyond the boundary leaves surely; between x and y on the same side the exact probability
 * that a Brownian bridge crossed is exp(-2 (b-x)(b-y) / (s^2 dt)) (Andersen & Piterbarg; Gobet 2000), and a uniform
 * decides. Whoever has left is replaced by the last path still in, so time is spent on living paths only.
 */
import { refuse } from '../symbolic/errors.js'
import { allBlocks, isCount, pieceOf, type BlockTask } from './blocks.js'
import { machineFor } from './engine.js'
import type { Machine } from './machine.js'
import { placeAtStart, setParameters } from './start.js'
import { blockStreams } from './streams.js'
import type { BlockRange } from './trajectories.js'

/** Paths of a block; part of the meaning of a seed. */
export const pathsPerBlock = 512

export interface Passages extends BlockRange {
  /** steps after which a path is given up as capped, at least 1 */
  readonly cap: number
}

export interface Passed {
  readonly paths: number
  /** number of the step in which path k left, from 1; NaN where it was capped or not finite */
  readonly steps: Float64Array
  /** entry [observable * paths + k]: observables of the step in which path k left; NaN where steps is */
  readonly values: Float64Array
  /** paths still in after `cap` steps */
  readonly capped: number
  /** paths that met a value, state or probability that is not finite: not to be trusted unless 0 */
  readonly nonFinite: number
  /** steps taken by all paths together */
  readonly work: number
}

/** First-passage time of every path of the blocks; throws StatementError where the program has no exit. */
export function passages(run: Passages): Passed {
  const paths = run.blocks * pathsPerBlock
  const { program: { observables }, blocks } = run
  const task = passing(run)
  const results = allBlocks(task)
  const [steps, values] = [new Float64Array(paths), new Float64Array(observables.length * paths)]
  const counts = [0, 0, 0]
  for (let block = 0; block < blocks; block++) {
    const result = pieceOf(results, block, task.width)
    const column = (k: number): Float64Array => pieceOf(result, k, pathsPerBlock)
    steps.set(column(0), block * pathsPerBlock)
    observables.forEach((_, o) => values.set(column(1 + o), o * paths + block * pathsPerBlock))
    counts.forEach((count, k) => (counts[k] = count + result[task.width - COUNTS + k]!))
  }
  const [capped, nonFinite, work] = counts as [number, number, number]
  return { paths, steps, values, capped, nonFinite, work }
}

/** Counts that a block leaves: capped, not finite, work. */
const COUNTS = 3

/** The blocks of `passages`: steps of all paths, their values, then the counts of each block. */
export function passing(run: Passages): BlockTask {
  const { program, cap } = run
  if (program.exit === undefined) refuse('NO_EXIT', 'the program states no exit: paths would never end')
  if (!(cap >= 1)) refuse('BAD_RUN', `a cap of ${cap} steps: give at least 1`)
  const observables = program.observables.length
  const counts = pathsPerBlock * (1 + observables)
  const stream = blockStreams(run.address)
  return {
    name: 'passages', run, pieces: run.blocks, width: counts + COUNTS,
    fill(block, out) {
      const machine = machineFor(program, pathsPerBlock, run.engine)
      setParameters(machine, run.parameters)
      machine.seed(stream(run.firstBlock + block))
      placeAtStart(machine, run.start, run.engine)
      const record = emptyRecord(observables)
      runBlock(machine, cap, record)
      // a late hand may write once more: whole columns of the same bits, so nobody sees half a block
      for (const [column, own] of [record.steps, ...record.values].entries()) out.set(own, column * pathsPerBlock)
      out.set([record.capped, record.nonFinite, record.work], counts)
    },
    isPlausible: (result) => isPassed(result, counts, cap),
  }
}

/** Is every path either counted as lost or gone within the cap? */
function isPassed(result: Float64Array, counts: number, cap: number): boolean {
  const [capped, nonFinite, work] = result.subarray(counts) as unknown as [number, number, number]
  const gone = result.subarray(0, pathsPerBlock).reduce((sum, step) => sum + (step >= 1 && step <= cap ? 1 : 0), 0)
  return isCount(capped, pathsPerBlock) && isCount(nonFinite, pathsPerBlock) && isCount(work, pathsPerBlock * cap)
    && gone + capped + nonFinite === pathsPerBlock
}

/** What the paths of one block leave. */
interface Record {
  readonly steps: Float64Array
  readonly values: readonly Float64Array[]
  capped: number
  nonFinite: number
  work: number
}

function emptyRecord(observables: number): Record {
  const column = (): Float64Array => new Float64Array(pathsPerBlock).fill(NaN)
  return { steps: column(), values: Array.from({ length: observables }, column), capped: 0, nonFinite: 0, work: 0 }
}

function runBlock(machine: Machine, cap: number, record: Record): void {
  const path = Int32Array.from({ length: machine.lanes }, (_, r) => r)
  let live = machine.lanes
  for (let step = 1; step <= cap && live > 0; step++) {
    record.work += live
    // from the last lane down, so that the path moved into a gap has had its turn
    for (let c = machine.depart(live) - 1; c >= 0; c--) {
      const lane = machine.candidates[c]!
      const chance = machine.leaving[lane]!
      if (chance < 1 && machine.uniform() >= chance) continue
      note(machine, lane, record, path[lane]!, step)
      moveLane(machine, path, --live, lane)
    }
  }
  record.capped += live
}

function note(machine: Machine, lane: number, record: Record, path: number, step: number): void {
  const { lanes, state, observed, leaving } = machine
  const finite = [state, observed].every((array) => columnIsFinite(array, lane, lanes))
  if (!finite || Number.isNaN(leaving[lane]!)) return void record.nonFinite++
  record.steps[path] = step
  record.values.forEach((values, o) => (values[path] = observed[o * lanes + lane]!))
}

/** Whether entries r, r + lanes, r + 2 lanes, ... are all finite. */
function columnIsFinite(array: Float64Array, r: number, lanes: number): boolean {
  for (let at = r; at < array.length; at += lanes) if (!Number.isFinite(array[at])) return false
  return true
}

function moveLane({ lanes, state }: Machine, path: Int32Array, from: number, to: number): void {
  for (let at = 0; at < state.length; at += lanes) state[at + to] = state[at + from]!
  path[to] = path[from]!
}
