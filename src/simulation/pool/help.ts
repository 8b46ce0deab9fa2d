/**
 * The side that helps: takes pieces of the jobs that come over a port. What fails here is left to the one who asked.
 */
import type { MessagePort } from 'node:worker_threads'
import type { Program } from '../../process/program.js'
import { pieceOf, type BlockTask } from '../blocks.js'
import type { Start } from '../start.js'
import type { BlockRange } from '../trajectories.js'
import { endPiece, ended, takePiece, type JobMessage } from './job.js'
import { taskOf } from './tasks.js'

/** Helps over a port until it closes. */
export function help(port: MessagePort): void {
  const whole = remembering()
  port.on('message', (message: JobMessage) => {
    const run = whole(message)
    takePart(message, () => taskOf(message.name, run))
    if (message.answer) port.postMessage('done')
  })
}

/** Completes runs with the program and the start of the messages before. */
export function remembering(): (message: JobMessage) => BlockRange {
  let [program, start]: [Program | undefined, Start | undefined] = [undefined, undefined]
  return (message) => {
    program = message.program ?? program
    start = message.start ?? start
    return { ...message.run, program, start } as BlockRange
  }
}

function takePart(job: JobMessage, asked: () => BlockTask): void {
  let task: BlockTask | null = null
  for (let piece = takePiece(job); piece !== null; piece = takePiece(job)) {
    try {
      task ??= asked()
      task.fill(piece, pieceOf(job.out, piece, job.width))
      endPiece(job.state, piece, ended.filled)
    } catch {
      endPiece(job.state, piece, ended.failed)
    }
  }
}
