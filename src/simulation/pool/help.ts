/**
 * The side that helps: takes blocks of the jobs that come over a port. What fails here is left to the one who asked.
 */
import type { MessagePort } from 'node:worker_threads'
import type { Program } from '../../process/program.js'
import type { BlockTask } from '../blocks.js'
import { passing, type Passages } from '../passages.js'
import type { Start } from '../start.js'
import { averaging, type Trajectories } from '../trajectories.js'
import { endBlock, ended, takeBlock, type JobMessage } from './job.js'

const tasks: Readonly<Record<string, (run: never) => BlockTask>> = {
  averages: (run: Trajectories) => averaging(run),
  passages: (run: Passages) => passing(run),
}

/** Helps over a port until it closes. */
export function help(port: MessagePort): void {
  let [program, start]: [Program | undefined, Start | undefined] = [undefined, undefined]
  port.on('message', (message: JobMessage) => {
    program = message.program ?? program
    start = message.start ?? start
    takePart(message, () => tasks[message.name]!({ ...message.run, program, start } as never))
  })
}

function takePart(job: JobMessage, taskOf: () => BlockTask): void {
  let task: BlockTask | null = null
  for (let block = takeBlock(job); block !== null; block = takeBlock(job)) {
    try {
      task ??= taskOf()
      task.fill(block, job.out)
      endBlock(job.state, block, ended.filled)
    } catch {
      endBlock(job.state, block, ended.failed)
    }
  }
}
