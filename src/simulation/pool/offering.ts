/** Offers jobs over one port; a program and a start are sent once, not with each of the many jobs that run them. */
import type { MessagePort } from 'node:worker_threads'
import type { Program } from '../../process/program.js'
import type { Start } from '../start.js'
import type { Job, JobMessage } from './job.js'

export type Offer = (job: Job, more?: Pick<JobMessage, 'answer'>) => void

/** Offers over a port. */
export function offering(port: MessagePort): Offer {
  let [program, start]: [Program | null, Start | null] = [null, null]
  return ({ run, ...job }, more = {}) => {
    const { program: nextProgram, start: nextStart, ...rest } = run
    const message: JobMessage = {
      ...job, ...more, run: rest,
      ...(nextProgram !== program && { program: nextProgram }), ...(nextStart !== start && { start: nextStart }),
    }
    program = nextProgram
    start = nextStart
    port.postMessage(message)
  }
}
