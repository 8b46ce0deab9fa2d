/** A coordinator in a process of its own, to be killed: it prints a line for each theorem that has ended. */
import { queueAddress } from '../../../src/suite/queue/address.js'
import { onQueue } from '../../../src/suite/queue/coordinate.js'
import { runSuite } from '../../../src/suite/run.js'

const [url = '', theorems = ''] = process.argv.slice(2)
const perform = onQueue(queueAddress(url), () => undefined, { lapse: 500, noWorker: 60_000 })
await runSuite({ theorems, patterns: [], effort: 1, precision: 0.02, seed: '7', misprints: true, perform },
  [{ onTheoremDone: ({ id }) => process.stdout.write(`${id}\n`) }])
