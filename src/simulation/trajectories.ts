/**
 * Time averages of long runs: replica k of block b starts, burns in, and gives for each observable f
 *
 *     (1/n) sum_{i = 1 .. n} f(theta[burnIn + i thin]),      n = floor(steps / thin).
 *
 * A block is a pure function of its address, so blocks may run anywhere and in any order.
 */
import type { Program } from '../process/program.js'
import { refuse } from '../symbolic/errors.js'
import { allBlocks, isCount, type BlockTask } from './blocks.js'
import { machineFor } from './engine.js'
import type { Engine } from './engine.js'
import type { Machine } from './machine.js'
import { placeAtStart, setParameters } from './start.js'
import type { Start } from './start.js'
import { blockStreams } from './streams.js'
import type { StreamAddress } from './streams.js'

/** Replicas of a block; part of the meaning of a seed. */
export const replicasPerBlock = 64

/** A range of blocks of one simulation. */
export interface BlockRange {
  readonly program: Program
  readonly parameters: ArrayLike<number>
  readonly start: Start
  readonly address: StreamAddress
  readonly firstBlock: number
  readonly blocks: number
  /** default: the fastest there is */
  readonly engine?: Engine
}

export interface Trajectories extends BlockRange {
  /** steps before anything is recorded */
  readonly burnIn: number
  /** steps after burn-in, at least `thin` */
  readonly steps: number
  /** steps from one record to the next; default 1 */
  readonly thin?: number
  /** give the coordinates of the last state as well, after the observables; default false */
  readonly last?: boolean
}

/** What replicas gave: entry [observable * replicas + k] for replica k of the range. */
export interface Recorded {
  readonly replicas: number
  readonly values: Float64Array
  /** replicas with a value or a final state that is not finite: the simulation is not to be trusted unless 0 */
  readonly nonFinite: number
}

/** Time average of every observable for every replica of the blocks. */
export function averages(run: Trajectories): Recorded {
  const [lanes, rows] = [replicasPerBlock, rowsOf(run)]
  const replicas = run.blocks * lanes
  const task = averaging(run)
  const results = allBlocks(task)
  const values = new Float64Array(rows * replicas)
  let nonFinite = 0
  for (let block = 0; block < run.blocks; block++) {
    const at = block * task.width
    for (let o = 0; o < rows; o++) {
      values.set(results.subarray(at + o * lanes, at + (o + 1) * lanes), o * replicas + block * lanes)
    }
    nonFinite += results[at + task.width - 1]!
  }
  return { replicas, values, nonFinite }
}

/** Every observable after exactly `steps` >= 1 steps, nothing averaged. */
export function endpoints(run: BlockRange & { readonly steps: number }): Recorded {
  return averages({ ...run, burnIn: run.steps - 1, steps: 1, thin: 1 })
}

/** The blocks of `averages`: the values of each row, then the number of replicas that are not finite. */
export function averaging(run: Trajectories): BlockTask {
  const averaged = averagedBlocks(run)
  const count = rowsOf(run) * replicasPerBlock
  return {
    name: 'averages', run, pieces: run.blocks, width: count + 1,
    fill(block, out) {
      const machine = averaged(block)
      out.set(machine.observed)
      if (run.last) out.set(machine.state, machine.observed.length)
      out[count] = countNonFinite(machine)
    },
    isPlausible: (result) => isFiniteAsCounted(result, replicasPerBlock),
  }
}

/** Entries and, at the end, how many of so many replicas are not finite: either none, or no entry is relied on. */
export function isFiniteAsCounted(result: Float64Array, replicas: number): boolean {
  return isCount(result.at(-1), replicas) && (result.at(-1)! > 0 || result.every(Number.isFinite))
}

/** The machine after block 0 .. run.blocks - 1, with the averages of each replica, until the next is asked for. */
export function averagedBlocks(run: Trajectories): (block: number) => Machine {
  const count = checkedCount(run)
  const stream = blockStreams(run.address)
  return (block) => {
    const machine = machineFor(run.program, replicasPerBlock, run.engine)
    setParameters(machine, run.parameters)
    machine.seed(stream(run.firstBlock + block))
    placeAtStart(machine, run.start, run.engine)
    machine.observed.fill(0)
    machine.advance(run.burnIn)
    machine.accumulate(count, run.thin ?? 1)
    if (count > 1) divide(machine.observed, count)
    return machine
  }
}

/** What is given of each replica: the observables, and the last state where it is wanted. */
const rowsOf = ({ program, last = false }: Trajectories): number =>
  program.observables.length + (last ? program.states : 0)

/** Records of each replica. */
function checkedCount(run: Trajectories): number {
  const thin = run.thin ?? 1
  const count = Math.floor(run.steps / thin)
  const ok = [run.burnIn, run.blocks, run.firstBlock].every((n) => Number.isInteger(n) && n >= 0)
  if (!ok || !Number.isInteger(thin) || thin < 1 || !(count >= 1)) {
    refuse(
      'BAD_RUN', `cannot average ${run.steps} steps by ${thin} after ${run.burnIn}: give whole numbers, steps >= thin`,
    )
  }
  return count
}

function divide(sums: Float64Array, count: number): void {
  for (let i = 0; i < sums.length; i++) sums[i]! /= count
}

/** Replicas with a state or an observable that is not finite. */
export function countNonFinite({ lanes, state, observed }: Machine): number {
  if (allFinite(state) && allFinite(observed)) return 0
  const bad = new Uint8Array(lanes)
  for (const array of [state, observed]) {
    for (let at = 0; at < array.length; at++) if (!Number.isFinite(array[at])) bad[at % lanes] = 1
  }
  return bad.reduce((count, mark) => count + mark, 0)
}

/** x - x is 0 or, where x is not finite, NaN; four sums, because one would wait for each of its additions. */
function allFinite(array: Float64Array): boolean {
  let [a, b, c, d] = [0, 0, 0, 0]
  for (let at = 0; at < array.length; at += 4) {
    a += array[at]! - array[at]!
    b += array[at + 1]! - array[at + 1]!
    c += array[at + 2]! - array[at + 2]!
    d += array[at + 3]! - array[at + 3]!
  }
  return a + b + c + d === 0
}
