/** A worker in a process of its own, to be killed: its job costs nothing but a moment. */
import { queueAddress } from '../../../src/suite/queue/address.js'
import { serveQueue } from '../../../src/suite/queue/work.js'

const [url = '', theorems = ''] = process.argv.slice(2)
const job = new URL('../jobs/fake.ts', import.meta.url).href
await serveQueue(queueAddress(url), {
  theorems, threads: 1, job, lapse: 600, signal: new AbortController().signal, notice: () => undefined,
})
