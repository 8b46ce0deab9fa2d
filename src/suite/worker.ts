/**
 * The far side of a thread: takes its private port, then loads the job, then performs tasks one by one.
 * The port lives in this closure only, so a theorem module can neither hear nor answer in the worker's place.
 */
import { type MessagePort, parentPort, receiveMessageOnPort } from 'node:worker_threads'
import { workWith } from '../simulation/blocks.js'
import { createCrew } from '../simulation/pool/crew.js'
import type { Theorem } from '../theorem/define.js'
import { faultFrom, faultOf } from './faults.js'
import { alteredSince, takeSnapshot } from './globals.js'
import { loadTheorem } from './load-theorem.js'
import type { Hello, Job, Order, Outcome, Progress, Reply, Task } from './messages.js'
import { sharing, type Sharing } from './sharing.js'

parentPort!.once('message', (hello: Hello) => void serve(hello))

async function serve({ port, job, hands }: Hello): Promise<void> {
  const newcomer = (): MessagePort | null => (receiveMessageOnPort(hands)?.message as MessagePort | undefined) ?? null
  workWith(createCrew({ newcomer }))
  const post = port.postMessage.bind(port)
  const say = (reply: Reply): void => post(reply)
  const { default: perform, prepare } = await import(/* @vite-ignore */ job) as {
    default: Job<unknown>, prepare?: () => Promise<unknown>
  }
  await prepare?.()
  const pristine = takeSnapshot()
  const altered = (): string | null => alteredSince(pristine)
  let shared: Sharing | null = null
  const react: { [K in Order['kind']]: (order: Extract<Order, { kind: K }>) => void } = {
    task({ task, isShared }) {
      shared = isShared ? sharing((board) => say({ kind: 'shares', board })) : null
      const share = shared?.share ?? null
      void answer(task, (theorem, tell) => perform(theorem, task as Task<never>, tell, share), altered, say)
    },
    drawEnded: (ended) => shared?.hear(ended),
  }
  port.on('message', (order: Order) => react[order.kind](order as never))
}

type Perform = (theorem: Theorem, tell: (p: Progress) => void) => Promise<Outcome>

async function answer(
  task: Task, perform: Perform, altered: () => string | null, say: (reply: Reply) => void,
): Promise<void> {
  if (altered()) return say({ kind: 'spoiled' })
  say({ kind: 'started' })
  const loaded = await loadTheorem(task)
  say({ kind: 'imported' })
  const outcome = 'fault' in loaded ? failed(loaded.fault) : await performed(() => perform(loaded.theorem, tell))
  const name = altered()
  say({ kind: 'done', outcome: name ? failed(alters(task.file, name)) : outcome })

  function tell(progress: Progress): void {
    say({ kind: 'progress', progress })
  }

  async function performed(run: () => Promise<Outcome>): Promise<Outcome> {
    try {
      return plain(await run())
    } catch (error) {
      return failed(faultFrom(task.file, error, 'VERIFIER_FAILED'))
    }
  }
}

/** Results cross threads as JSON, the form in which they are kept; what is no JSON is an error of the job. */
const plain = (outcome: Outcome): Outcome => JSON.parse(JSON.stringify(outcome)) as Outcome

const failed = (fault: ReturnType<typeof faultOf>): Outcome => ({ result: null, faults: [fault] })

const alters = (file: string, name: string) =>
  faultOf(file, 'ALTERS_GLOBALS', `changes the global property "${name}", which others use; leave it alone`)
