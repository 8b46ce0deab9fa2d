/**
 * What a worker that verifies asks of idle ones: pieces of a run, named by all that decides the answer, so that they
 * count once however often they ran. The answer is the bytes of their results, under a key of its own.
 */
import { createHash } from 'node:crypto'
import { deserialize, serialize } from 'node:v8'
import { pieceOf, type BlockTask } from '../../simulation/blocks.js'
import type { BlockRange } from '../../simulation/trajectories.js'

export interface BlockJob {
  /** fingerprint of assay and Node: a worker with another one does not answer */
  readonly engine: string
  /** kind of run */
  readonly kind: string
  /** program and start, the same for many jobs */
  readonly program: string
  readonly run: string
}

/** The queue of pieces beside that of theorems. */
export const blocksOf = (name: string): string => `${name}-blocks`

/** Asks for all pieces of a run. */
export function blockJob(engine: string, kind: string, { program, start, ...run }: BlockRange): BlockJob {
  return { engine, kind, program: written({ program, start }), run: written(run) }
}

/** Reads runs; a program that comes again is the same object, so that it is compiled once. */
export function reader(): (job: BlockJob) => BlockRange {
  let last = { text: '', value: {} }
  return ({ program, run }) => {
    if (program !== last.text) last = { text: program, value: read(program) }
    return { ...read(run), ...last.value } as BlockRange
  }
}

// doubles cross bit for bit, which JSON does not promise of infinities
const written = (value: object): string => serialize(value).toString('base64')
const read = (text: string): object => deserialize(Buffer.from(text, 'base64')) as object

/** The same for the same question, whoever asks. */
export const nameOfJob = (job: object): string => createHash('sha256').update(JSON.stringify(job)).digest('hex')

/** Where the answer is. */
export const answerKey = (name: string, id: string): string => `${name}:blocks:${id}`

export const bytesOf = (results: Float64Array): Buffer =>
  Buffer.from(results.buffer, results.byteOffset, results.byteLength)

/** The results of all pieces; null where these are not as many numbers, or one of them cannot be a result. */
export function resultsIn(bytes: Buffer | null, { pieces, width, isPlausible }: BlockTask): Float64Array | null {
  if (bytes?.byteLength !== pieces * width * Float64Array.BYTES_PER_ELEMENT) return null
  const results = new Float64Array(pieces * width)
  bytesOf(results).set(bytes)
  const plausible = Array.from({ length: pieces }, (_, piece) => isPlausible(pieceOf(results, piece, width)))
  return plausible.every(Boolean) ? results : null
}
