/**
 * Runs of one recording as they are asked for one after the other, each the next blocks of the one before: jobs that
 * others have been offered for them, in the order of their blocks, and what a piece costs here.
 */
import { pieceOf, type BlockTask } from '../blocks.js'
import type { BlockRange } from '../trajectories.js'
import { endPiece, ended, openJob, sayCost, takePiece, type Job } from './job.js'

export interface Recurring {
  readonly run: BlockRange
  /** jobs that hold what has not been asked for yet */
  jobs: Job[]
  /** milliseconds that a piece takes here; NaN before the first */
  cost: number
  /** pieces that were timed for it */
  timed: number
}

/** Bytes of results that others may be ahead. */
const MOST_BYTES = 2 ** 25
/** Runs to be ahead while nobody knows what they cost. */
const FIRST = 2

/** Is this the same run, of other blocks? */
export function isMoreOf(a: BlockRange, b: BlockRange): boolean {
  const names = Object.keys(a) as (keyof BlockRange)[]
  return names.length === Object.keys(b).length
    && names.every((name) => name === 'firstBlock' || Object.is(a[name], b[name]))
}

/** The block after the last that a job holds. */
const endOf = ({ run }: Job): number => run.firstBlock + run.blocks

/** The job that holds the blocks of a task; jobs of earlier blocks are forgotten. */
export function jobFor({ run }: BlockTask, recurring: Recurring): Job | null {
  recurring.jobs = recurring.jobs.filter((job) => endOf(job) > run.firstBlock)
  const [first] = recurring.jobs
  const holds = first && first.run.firstBlock <= run.firstBlock && endOf(first) >= run.firstBlock + run.blocks
  return holds ? first : null
}

/** Opens a job for the next `runs` runs like the task's, after those there are; null where these are enough. */
export function nextJob(task: BlockTask, runs: number, recurring: Recurring): Job | null {
  const { run, pieces, width, name } = task
  const last = recurring.jobs.at(-1)
  const firstBlock = last ? endOf(last) : run.firstBlock
  const most = Number.isNaN(recurring.cost) ? FIRST : Math.max(1, Math.floor(MOST_BYTES / (pieces * width * 8)))
  const target = Math.min(Math.ceil(runs), most)
  const ahead = (firstBlock - run.firstBlock) / run.blocks - 1
  // the first job is the run itself; later ones are offered before those there are run out
  if (last && (target < 1 || ahead > target / 2)) return null
  const count = last ? target - ahead : 1
  const job = openJob(name, { ...run, firstBlock, blocks: count * run.blocks }, count * pieces, width)
  if (recurring.timed > 0) sayCost(job, recurring.cost)
  recurring.jobs.push(job)
  return job
}

/** Takes one piece of the jobs and runs it here; false where all are taken. */
export function runPiece(task: BlockTask, recurring: Recurring): boolean {
  for (const job of recurring.jobs) {
    const piece = takePiece(job)
    if (piece === null) continue
    const begin = performance.now()
    fillHere(task, job, piece)
    learn(recurring, performance.now() - begin)
    return true
  }
  return false
}

/** Pieces over which their cost is averaged. */
const MEMORY = 16

/** Counts one more piece; for the first a kernel was made, so that it tells nothing once there is another. */
function learn(recurring: Recurring, milliseconds: number): void {
  const { cost, timed } = recurring
  recurring.cost = timed < 2 ? milliseconds : cost + (milliseconds - cost) / Math.min(timed, MEMORY)
  recurring.timed++
  recurring.jobs.forEach((job) => sayCost(job, recurring.cost))
}

/** Runs a piece of a job here, whoever took it. */
export function fillHere(task: BlockTask, job: Job, piece: number): void {
  task.fill(piece + offsetOf(job, task), pieceOf(job.out, piece, job.width))
  endPiece(job.state, piece, ended.filled)
}

/** Pieces by which the job begins after the task. */
const offsetOf = (job: Job, { run, pieces }: BlockTask): number =>
  (job.run.firstBlock - run.firstBlock) / (run.blocks / pieces)

/** The place of the task's first piece in the job. */
export const placeIn = (job: Job, task: BlockTask): number => -offsetOf(job, task)
