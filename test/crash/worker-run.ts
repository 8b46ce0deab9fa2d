/** A worker of a queue whose dead are soon noticed. */
import { queueAddress } from '../../src/suite/queue/address.js'
import { serveQueue } from '../../src/suite/queue/work.js'
import { slowJob } from './suite.js'

const [url = '', theorems = ''] = process.argv.slice(2)
await serveQueue(queueAddress(url), {
  theorems, threads: 1, job: slowJob, lapse: 600, signal: new AbortController().signal, notice: () => undefined,
})
