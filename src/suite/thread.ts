/** One worker thread as its owner hears it: replies, output, and at most one death, told to whoever listens. */
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads'
import { bootstrap } from './bootstrap.js'
import { YOUNG_MEGABYTES, type Limits } from './limits.js'
import type { Hello, Order, Reply } from './messages.js'

export interface Death {
  readonly code: string
  readonly message: string
}

export interface Thread {
  post(order: Order): void
  /** One listener at a time; a death that came before is told at once. */
  listen(listener: Listener): void
  /** Gives it the port of a hand of its simulations. */
  hire(hand: MessagePort): void
  stop(): Promise<void>
}

export interface Listener {
  reply(reply: Reply): void
  /** what modules print reaches no other stream */
  output(text: string): void
  death(death: Death): void
}

/** Starts a thread for one job, given as the address of its module. */
export function startThread(job: string, limits: Limits): Thread {
  const { worker, port, hands } = launch(job, limits)
  let listener: Listener = { reply() {}, output() {}, death() {} }
  let dead: Death | null = null
  const die = (death: Death): void => {
    if (dead) return
    dead = death
    listener.death(death)
  }
  port.on('message', (reply: Reply) => listener.reply(reply))
  const print = (text: Buffer): void => listener.output(String(text))
  for (const stream of [worker.stdout, worker.stderr]) stream.on('data', print)
  worker.on('error', (error) => die(crash(error, limits)))
  worker.on('exit', (code) => die(exited(code)))
  return {
    post: (order) => port.postMessage(order),
    listen: (next) => { listener = next; if (dead) next.death(dead) },
    hire: (hand) => hands.postMessage(hand, [hand]),
    stop: async () => { port.close(); hands.close(); await worker.terminate() },
  }
}

function launch(job: string, limits: Limits) {
  const worker = new Worker(bootstrap(job), {
    stdout: true, stderr: true, execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.megabytes, maxYoungGenerationSizeMb: YOUNG_MEGABYTES },
  })
  const [tasks, hands] = [new MessageChannel(), new MessageChannel()]
  const hello: Hello = { port: tasks.port2, job, hands: hands.port2 }
  worker.postMessage(hello, [hello.port, hello.hands])
  return { worker, port: tasks.port1, hands: hands.port1 }
}

function crash(error: Error & { code?: unknown }, { megabytes }: Limits): Death {
  return error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { code: 'OUT_OF_MEMORY', message: `needs more than ${megabytes} MB of memory` }
    : { code: 'CRASHED', message: `ended its worker with an uncaught ${error.name}: ${error.message}` }
}

const exited = (code: number): Death =>
  ({ code: 'EXITS', message: `ended its worker with exit code ${code}; a theorem module only states a theorem` })
