/** A run on a queue: the record of the same run on threads, whatever becomes of the workers. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Queue } from 'bullmq'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { queueAddress } from '../../../src/suite/queue/address.js'
import { onQueue } from '../../../src/suite/queue/coordinate.js'
import { serveQueue } from '../../../src/suite/queue/work.js'
import type { RunOptions } from '../../../src/suite/run-options.js'
import { runSuite } from '../../../src/suite/run.js'
import { hasRedis, type RedisServer, startRedis } from './redis-server.js'
import { writeTheorems } from '../small-theorems.js'
import { steady } from '../steady.js'

const job = new URL('../jobs/fake.ts', import.meta.url).href
const times = { lapse: 500, noWorker: 100 }

describe.skipIf(!hasRedis)('a run on a queue', () => {
  let server: RedisServer
  let folder = ''
  const children: ChildProcess[] = []
  let options: RunOptions

  beforeAll(async () => {
    server = await startRedis()
    folder = await mkdtemp(join(tmpdir(), 'assay-'))
    await writeTheorems(join(folder, 'same'), 12, 'refuted')
    options = { theorems: join(folder, 'same'), patterns: [], effort: 1, precision: 0.02, seed: '7', misprints: true,
      job, threads: 2 }
  })
  afterEach(() => { for (const child of children.splice(0)) child.kill('SIGKILL') })
  afterAll(async () => {
    await server.stop()
    await rm(folder, { recursive: true })
  })

  const address = (name: string) => queueAddress(`${server.url}?queue=${name}`)
  const runOn = (name: string, part: Partial<RunOptions> = {}, notices: string[] = []) =>
    runSuite({ ...options, perform: onQueue(address(name), (text) => notices.push(text), times), ...part })
  const worker = (name: string): ChildProcess => {
    const child = spawn(process.execPath,
      ['--import', 'tsx', 'test/suite/queue/worker-run.ts', `${server.url}?queue=${name}`, options.theorems],
        { stdio: 'ignore' })
    children.push(child)
    return child
  }
  const jobsOn = async (name: string): Promise<number> => {
    const queue = new Queue(name, { connection: { host: '127.0.0.1', port: server.port } })
    const count = await queue.getJobCountByTypes('wait', 'active', 'completed', 'failed', 'delayed')
    await queue.close()
    return count
  }

  test('has the very record of a run on threads, and leaves no job behind', async () => {
    const stop = new AbortController()
    const serving = serveQueue(address('plain'), {
      theorems: options.theorems, threads: 2, job, signal: stop.signal, notice: () => undefined,
    })
    const [there, here] = await Promise.all([runOn('plain'), runSuite(options)])
    expect(steady(there)).toBe(steady(here))
    expect(await jobsOn('plain')).toBe(0)
    stop.abort()
    expect(await serving).toBeNull()
  }, 60_000)

  test('loses nothing and counts nothing twice when workers are killed in the middle of their work', async () => {
    const done: string[] = []
    const listener = { onTheoremDone: ({ id }: { id: string }) => { done.push(id); children[0]?.kill('SIGKILL') } }
    worker('killed')
    setTimeout(() => worker('killed'), 1500)
    const report =
      await runSuite({ ...options, perform: onQueue(address('killed'), () => undefined, times) }, [listener])
    expect(children[0]!.signalCode).toBe('SIGKILL')
    expect(done.toSorted()).toEqual(report.theorems.map(({ id }) => id).toSorted())
    expect(steady(report)).toBe(steady(await runSuite(options)))
  }, 60_000)

  test('whose coordinator is killed goes on where it was when started again', async () => {
    worker('again')
    const coordinator = spawn(process.execPath, ['--import', 'tsx', 'test/suite/queue/coordinator-run.ts',
      `${server.url}?queue=again`, options.theorems], { stdio: ['ignore', 'pipe', 'ignore'] })
    coordinator.stdout.once('data', () => coordinator.kill('SIGKILL'))
    await new Promise((resolve) => { coordinator.on('exit', resolve) })
    expect(coordinator.signalCode).toBe('SIGKILL')
    expect(steady(await runOn('again'))).toBe(steady(await runSuite(options)))
    expect(await jobsOn('again')).toBe(0)
  }, 60_000)

  test('that nobody serves says so', async () => {
    const notices: string[] = []
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 600)
    const report = await runOn('empty', { signal: stop.signal }, notices)
    expect(notices).toEqual([expect.stringContaining('no worker on queue')])
    expect(report.run.interrupted).toBe(true)
    expect(await jobsOn('empty')).toBe(0)
  }, 20_000)

  test('is refused while another one holds the queue', async () => {
    const stop = new AbortController()
    const first = runOn('held', { signal: stop.signal })
    await new Promise((wake) => setTimeout(wake, 200))
    await expect(runOn('held')).rejects.toMatchObject({ code: 'QUEUE_IN_USE' })
    stop.abort()
    await first
  }, 20_000)

  test('is not answered by a worker with other theorems: that one leaves, and a fitting one answers', async () => {
    const other = join(folder, 'other')
    await mkdir(other)
    for (let k = 0; k < 12; k++) await writeFile(join(other, `t${k}.ts`), '// something else\n')
    const never = new AbortController().signal
    const unfit =
      serveQueue(address('unfit'), { theorems: other, threads: 1, job, signal: never, notice: () => undefined })
    const run = runOn('unfit', { patterns: ['t1'] })
    expect(await unfit).toContain('differ from those of the run')
    worker('unfit')
    expect((await run).errors).toEqual([])
  }, 60_000)

  test('counts an answer that is no report as lost, and keeps the others', async () => {
    const liar = await writeLiar(folder)
    const stop = new AbortController()
    const serving = serveQueue(address('liar'), {
      theorems: options.theorems, threads: 1, job: liar, signal: stop.signal, notice: () => undefined,
    })
    const report = await runOn('liar', { patterns: ['t2', 't3'] })
    expect(report.errors.map(({ code, file }) => [code, file.endsWith('t3.ts')])).toEqual([['BAD_ANSWER', true]])
    expect(report.theorems.map(({ id }) => id)).toEqual(['t2'])
    stop.abort()
    await serving
  }, 60_000)
})

/** A job that answers about t3 with numbers that are none. */
async function writeLiar(folder: string): Promise<string> {
  const file = join(folder, 'liar.ts')
  const fake = JSON.stringify(resolve('test/suite/jobs/fake.ts'))
  await writeFile(file, `import fake from ${fake}\nexport default async (theorem, task, progress) => {\n`
    + `  const outcome = await fake(theorem, task, progress)\n`
    + `  return theorem.id === 't3' ? { ...outcome, result: { ...outcome.result, seconds: NaN } } : outcome\n}\n`)
  return new URL(`file://${file}`).href
}

describe.skipIf(!hasRedis)('a server that', () => {
  const perform = (url: string) => runSuite({
    theorems: 'test/cli/theorems', patterns: ['fine'], effort: 1, precision: 0.02, seed: '1', misprints: true, job,
    perform: onQueue(queueAddress(url), () => undefined, times),
  })

  test('is not there is refused by its address', async () => {
    await expect(perform('redis://127.0.0.1:1')).rejects.toMatchObject({
      code: 'UNREACHABLE', message: expect.stringContaining('127.0.0.1:1'),
    })
  })

  test('wants another password is refused without printing the one given', async () => {
    const server = await startRedis('--requirepass', 'secret')
    const refusal = await perform(`redis://:wrong@127.0.0.1:${server.port}`)
      .catch((error: unknown) => error as Error & { code: string })
    expect(refusal).toMatchObject({ code: 'NO_ENTRY' })
    expect((refusal as Error).message).not.toContain('wrong')
    await server.stop()
  }, 20_000)

  test('may not be written is refused', async () => {
    const primary = await startRedis()
    const replica = await startRedis('--replicaof', '127.0.0.1', String(primary.port))
    await expect(perform(replica.url)).rejects.toMatchObject({ code: 'READ_ONLY' })
    await Promise.all([primary.stop(), replica.stop()])
  }, 20_000)
})
