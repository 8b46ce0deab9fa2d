/**
 * A coordinator in a process of its own, to be killed: it prints a line for each theorem that has ended, and writes
 * its record where it gets to the end. The last argument has more options of the run, as JSON.
 */
import { writeWhole } from '../../../src/report/write-whole.js'
import { queueAddress } from '../../../src/suite/queue/address.js'
import { onQueue } from '../../../src/suite/queue/coordinate.js'
import { runSuite } from '../../../src/suite/run.js'

const [url = '', theorems = '', seed = '7', json, more = '{}'] = process.argv.slice(2)
const perform = onQueue(queueAddress(url), () => undefined, { lapse: 500, noWorker: 60_000 })
const report = await runSuite(
  { theorems, patterns: [], effort: 1, precision: 0.02, seed, misprints: true, perform, ...JSON.parse(more) },
  [{ onTheoremDone: ({ id }) => process.stdout.write(`${id}\n`) }])
if (json !== undefined) await writeWhole(json, JSON.stringify(report))
