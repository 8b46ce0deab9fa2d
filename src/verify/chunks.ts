/**
 * Chunks of a recording, each computed when it is first asked for and kept, so that all who ask see the same samples.
 */
import type { OuterProducts } from '../simulation/outer-products.js'
import type { Recorded } from '../simulation/trajectories.js'

/**
 * A chunk of replicas, entry [observable * replicas + r]; where `sums` are there they stand for the values, which are
 * not kept.
 */
export interface Chunk extends Recorded {
  readonly sums?: OuterProducts
}

export interface Chunks {
  /** the k-th chunk of replicas */
  chunk(k: number): Chunk
  /** how many chunks have been computed so far, here or elsewhere */
  recorded(): number
  /** takes the first so many for computed: another machine did, and whoever asks for one computes it again */
  grant(chunks: number): void
}

/** Keeps what `run` gives; chunks are asked for in order. */
export function chunksOf(run: (k: number) => Chunk): Chunks {
  const chunks: Chunk[] = []
  let granted = 0
  return {
    chunk: (k) => (chunks[k] ??= run(k)),
    recorded: () => Math.max(granted, chunks.length),
    grant: (count) => { granted = Math.max(granted, count) },
  }
}

/** A chunk of which only the sums of outer products are there. */
export const ofSums = (sums: OuterProducts): Chunk =>
  ({ replicas: sums.count, values: new Float64Array(0), nonFinite: 0, sums })
