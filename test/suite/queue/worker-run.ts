/** A worker in a process of its own, to be killed: its job costs a moment only, unless it is to be the real one. */
import { queueAddress } from '../../../src/suite/queue/address.js'
import { serveQueue } from '../../../src/suite/queue/work.js'

const [url = '', theorems = '', which = 'fake'] = process.argv.slice(2)
const own = import.meta.url.endsWith('.ts') ? '.ts' : '.js'
const job = which === 'fake' ? { job: new URL(`../jobs/fake${own}`, import.meta.url).href } : {}
await serveQueue(queueAddress(url), {
  theorems, threads: 1, ...job, lapse: 600, signal: new AbortController().signal,
  notice: (text) => process.stdout.write(`${text}\n`),
})
