/** One run of many blocks by one thread and by two, in turn. */
import type { MessagePort } from 'node:worker_threads'
import { workWith } from '../src/simulation/blocks.js'
import { createCrew } from '../src/simulation/pool/crew.js'
import { averages, replicasPerBlock, type Trajectories } from '../src/simulation/trajectories.js'
import { startHand } from '../src/suite/hand.js'
import { momentum } from '../test/simulation/programs.js'
import type { Fact } from './fact.js'
import { denseParameters } from './momentum.js'
import { address } from './workload.js'

const D = 16
const blocks = 4096 / replicasPerBlock
export const run: Trajectories = {
  program: momentum(D), parameters: denseParameters(D), address, start: new Float64Array(2 * D),
  firstBlock: 0, blocks, burnIn: 200, steps: 200,
}

/** Wall time of a run that nobody can have begun: blocks of a number never used before. */
function milliseconds(round: number): number {
  const started = performance.now()
  averages({ ...run, firstBlock: round * 3 * blocks, blocks: 3 * blocks })
  return performance.now() - started
}

export async function threadFacts(): Promise<readonly Fact[]> {
  const hand = startHand()
  const ports: MessagePort[] = [hand.port()]
  const crew = createCrew({ newcomer: () => ports.pop() ?? null })
  const [alone, together]: [number[], number[]] = [[], []]
  // the first round compiles and wakes the hand; no run is expected to follow, so the hand rests while one works alone
  for (let round = 0; round <= 6; round++) {
    workWith(null)
    const one = milliseconds(2 * round)
    workWith(crew)
    const two = milliseconds(2 * round + 1)
    if (round > 0) [alone, together].forEach((times, k) => times.push(k === 0 ? one : two))
  }
  workWith(null)
  await hand.stop()
  return [
    { name: 'two threads, one run, dense D = 16', value: Math.min(...alone) / Math.min(...together), unit: 'x',
      target: { atLeast: 1.85 } },
  ]
}
