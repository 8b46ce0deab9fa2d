/** What a helping thread runs: it helps everyone whose port it is sent, and loads no theorem. */
import { parentPort, type MessagePort } from 'node:worker_threads'
import { help } from './help.js'

parentPort!.on('message', (port: MessagePort) => help(port))
