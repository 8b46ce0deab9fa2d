/** A run with a ledger that writes its record when it gets to the end. */
import { writeWhole } from '../../src/report/write-whole.js'
import { runSuite } from '../../src/suite/run.js'
import { runOptions } from './suite.js'

const [theorems = '', seed = '', ledger = '', json = ''] = process.argv.slice(2)
await writeWhole(json, JSON.stringify(await runSuite({ ...runOptions(theorems, seed), ledger })))
