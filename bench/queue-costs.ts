/**
 * What a job costs on a queue, measured on this machine: `tsx bench/queue-costs.ts redis://127.0.0.1:6379`, a server
 * that may be written. Jobs of a given size of answer go to one worker in another process; printed are the processor
 * time of the asking process and of the server for each job, and the time from one job to the next.
 */
import { fork } from 'node:child_process'
import { Queue, QueueEvents, Worker } from 'bullmq'
import { Redis } from 'ioredis'

const [url = 'redis://127.0.0.1:6379', role = 'ask'] = process.argv.slice(2)
const name = 'assay-costs'
const JOBS = 2000
const open = (): Redis => new Redis(url, { maxRetriesPerRequest: null })

async function serve(): Promise<void> {
  const worker = new Worker<{ numbers: number }>(name,
    async ({ data }) => Array.from({ length: data.numbers }, (_, k) => 1 / (k + 3)), { connection: open() })
  await worker.waitUntilReady()
  process.send!('ready')
}

async function serverSeconds(redis: Redis): Promise<number> {
  const info = await redis.info('cpu')
  return ['user', 'sys'].reduce((sum, kind) => sum + Number(new RegExp(`used_cpu_${kind}:(.*)`).exec(info)![1]), 0)
}

/** Resolves when so many answers are there and read. */
const answers = (told: QueueEvents): Promise<void> => new Promise((resolve) => {
  let left = JOBS
  const read = ({ returnvalue }: { readonly returnvalue: unknown }): void => {
    Float64Array.from(returnvalue as number[])
    if (--left > 0) return
    told.off('completed', read)
    resolve()
  }
  told.on('completed', read)
})

async function costOf(numbers: number, queue: Queue, told: QueueEvents, redis: Redis): Promise<string> {
  const before = { server: await serverSeconds(redis), own: process.cpuUsage(), wall: performance.now() }
  const all = answers(told)
  await queue.addBulk(Array.from({ length: JOBS }, () => ({
    name: 'costs', data: { numbers }, opts: { removeOnComplete: true } })))
  await all
  const { user, system } = process.cpuUsage(before.own)
  const per = (seconds: number): string => `${(1e3 * seconds / JOBS).toFixed(3)} ms`
  return `${String(numbers).padStart(6)} numbers: asking ${per((user + system) / 1e6)}, `
    + `server ${per(await serverSeconds(redis) - before.server)}, `
    + `job to job ${per((performance.now() - before.wall) / 1e3)}`
}

async function ask(): Promise<void> {
  const worker = fork(new URL(import.meta.url).pathname, [url, 'serve'], { execArgv: process.execArgv })
  await new Promise((ready) => { worker.once('message', ready) })
  const queue = new Queue(name, { connection: open() })
  const told = new QueueEvents(name, { connection: open() })
  await told.waitUntilReady()
  const redis = open()
  // the first for compilers and caches
  for (const numbers of [10, 10, 100, 1000, 4096]) console.log(await costOf(numbers, queue, told, redis))
  worker.kill()
  await queue.obliterate({ force: true })
  process.exit(0)
}

await (role === 'serve' ? serve() : ask())
