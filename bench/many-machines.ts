/**
 * How far a run goes on many machines: a discrete-event simulation of one coordinator and N workers, with the costs of
 * a real record. `tsx bench/many-machines.ts RECORD.json`; the page docs/many-machines.md shows what it printed.
 *
 * A worker takes the longest waiting job as soon as it is free, after `latency`; each job costs `overhead` beside its
 * work (load a module, compile); the coordinator takes one answer after the other, `answer` seconds for each.
 */
import { readRecord } from '../src/suite/read-record.js'
import type { ClaimReport, TheoremReport } from '../src/verify/evidence.js'

export interface Costs {
  /** seconds */
  readonly latency: number
  readonly overhead: number
  readonly answer: number
}

/** Measured on two cores with a Redis server on the same machine: see docs/many-machines.md. */
const measured: Costs = { latency: 0.0013, overhead: 0.3, answer: 0.0006 }

/** What may be one job; the finest is a plan, the queue takes whole theorems. */
const divisions: Readonly<Record<string, (theorem: TheoremReport) => number[]>> = {
  theorem: ({ seconds }) => [seconds],
  claim: (theorem) => theorem.claims.map((claim) => secondsOf(claim, theorem)),
  draw: (theorem) => theorem.claims.flatMap((claim) => drawsOf(claim, secondsOf(claim, theorem))),
}

/** Its evidence, and an even share of what the misprints of the theorem took. */
function secondsOf({ evidence }: ClaimReport, { claims, seconds }: TheoremReport): number {
  const all = claims.flatMap((claim) => claim.evidence).reduce((sum, piece) => sum + piece.seconds, 0)
  return evidence.reduce((sum, piece) => sum + piece.seconds, 0) + Math.max(0, seconds - all) / claims.length
}

function drawsOf({ evidence }: ClaimReport, seconds: number): number[] {
  const simulated = evidence.filter(({ draws }) => typeof draws === 'number')
  const pieces = simulated.flatMap(({ draws, seconds: spent }) =>
    Array.from({ length: draws as number }, () => spent / (draws as number)))
  return [...pieces, Math.max(0, seconds - pieces.reduce((sum, one) => sum + one, 0))]
}

/** Seconds until the coordinator has the last answer. */
export function makespan(jobs: readonly number[], workers: number, { latency, overhead, answer }: Costs): number {
  const free = new Float64Array(Math.min(workers, jobs.length))
  let coordinator = 0
  const ends: number[] = []
  for (const work of [...jobs].sort((a, b) => b - a)) {
    // the first free worker; a heap would be faster and longer
    let first = 0
    for (let k = 1; k < free.length; k++) if (free[k]! < free[first]!) first = k
    ends.push(free[first]! += latency + overhead + work)
  }
  for (const end of ends.sort((a, b) => a - b)) coordinator = Math.max(coordinator, end) + answer
  return coordinator
}

if (import.meta.url.endsWith(process.argv[1] ?? '-')) {
  const { theorems } = await readRecord(process.argv[2] ?? '')
  const work = theorems.reduce((sum, { seconds }) => sum + seconds, 0)
  const names = Object.keys(divisions)
  const jobs = names.map((name) => theorems.flatMap(divisions[name]!))
  console.log(`${work.toFixed(0)} s of work; `
    + `one job is a ${names.map((name, k) => `${name} (${jobs[k]!.length} jobs)`).join(', ')}`)
  console.log(`workers   ${names.map((name) => `${`${name}: s`.padStart(12)}${'speed-up'.padStart(10)}`).join('')}`)
  for (const workers of [1, 2, 4, 8, 16, 32, 64, 128, 256, 1000, 10_000]) {
    const cells = jobs.map((list) => makespan(list, workers, measured))
      .map((seconds) => seconds.toFixed(1).padStart(12) + (work / seconds).toFixed(1).padStart(10))
    console.log(String(workers).padEnd(10) + cells.join(''))
  }
}
