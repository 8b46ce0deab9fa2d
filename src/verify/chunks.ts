/** Chunks of a recording, each computed when it is first asked for and kept, so that all who ask see the same samples. */
import type { Recorded } from '../simulation/trajectories.js'

export interface Chunks {
  /** the k-th chunk of replicas, entry [observable * replicas + r] */
  chunk(k: number): Recorded
  /** how many chunks have been computed so far */
  recorded(): number
}

/** Keeps what `run` gives; chunks are asked for in order. */
export function chunksOf(run: (k: number) => Recorded): Chunks {
  const chunks: Recorded[] = []
  return { chunk: (k) => (chunks[k] ??= run(k)), recorded: () => chunks.length }
}
