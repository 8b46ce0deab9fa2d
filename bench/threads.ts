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

/** Milliseconds of three chunks, each the next of one recording. */
function milliseconds(first: number): number {
  const started = performance.now()
  for (let k = first; k < first + 3; k++) averages({ ...run, firstBlock: k * blocks })
  return performance.now() - started
}

export async function threadFacts(): Promise<readonly Fact[]> {
  const hand = startHand()
  const ports: MessagePort[] = [hand.port()]
  const crew = createCrew({ newcomer: () => ports.pop() ?? null })
  const [alone, together]: [number[], number[]] = [[], []]
  for (let round = 0; round < 6; round++) {
    workWith(null)
    alone.push(milliseconds(3 * round))
    workWith(crew)
    together.push(milliseconds(3 * round))
  }
  workWith(null)
  await hand.stop()
  return [
    { name: 'two threads, one run, dense D = 16', value: Math.min(...alone) / Math.min(...together), unit: 'x',
      target: { atLeast: 1.85 } },
  ]
}
