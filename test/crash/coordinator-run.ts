/** A coordinator that writes its record when it gets to the end, and a line for each theorem that has ended. */
import { appendFileSync } from 'node:fs'
import { writeWhole } from '../../src/report/write-whole.js'
import { queueAddress } from '../../src/suite/queue/address.js'
import { onQueue } from '../../src/suite/queue/coordinate.js'
import { runSuite } from '../../src/suite/run.js'
import { runOptions } from './suite.js'

const [url = '', theorems = '', seed = '', ended = '', json = ''] = process.argv.slice(2)
const perform = onQueue(queueAddress(url), () => undefined, { lapse: 500, noWorker: 60_000 })
const listener = { onTheoremDone: ({ id }: { readonly id: string }) => appendFileSync(ended, `${id}\n`) }
await writeWhole(json, JSON.stringify(await runSuite({ ...runOptions(theorems, seed), perform }, [listener])))
