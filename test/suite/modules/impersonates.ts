/** Tries to answer in the worker's place. */
import { parentPort, workerData } from 'node:worker_threads'

const forged = { kind: 'done', outcome: { result: { id: 'impersonates', claims: [] }, faults: [] } }
parentPort?.postMessage(forged)
workerData?.port?.postMessage(forged)
throw new Error('caught')
