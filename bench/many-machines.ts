/**
 * How far a run goes on many machines: `tsx -C source bench/many-machines.ts RECORD.json [FIGURE.svg]` simulates a
 * coordinator and up to 10,000 workers with the costs of a real record, for that run and for a deep one made from it.
 * The page docs/many-machines.md shows what it printed.
 */
import { writeFileSync } from 'node:fs'
import { randomAt } from '../src/simulation/random.js'
import { readRecord } from '../src/suite/read-record.js'
import { PREFETCH } from '../src/verify/forecast.js'
import type { Cluster } from './scaling/cluster.js'
import { measured, START_UP } from './scaling/costs.js'
import { figure, type Line } from './scaling/figure.js'
import { needsFrom } from './scaling/needs.js'
import { type Outcome, simulate } from './scaling/simulate.js'
import { chainOf, type Depth, secondsOf, type TheoremWork, workOf } from './scaling/work.js'

const [file = '', svg] = process.argv.slice(2)
const { theorems } = await readRecord(file)
const random = randomAt({ seed: 'many machines', theorem: '', claim: '', draw: 0, phase: '' })
const need = needsFrom(random)
/** The precision of the deep run is 20 times finer, so 400 times the samples, at ten times the draws. */
const depths = { standard: { samples: 1, draws: 1 }, deep: { samples: 400, draws: 10 } }
/** What the tables of sizes and prefetch below recommend. */
const JOB_SECONDS = 0.3
const COUNTS = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000, 2000, 4000, 10_000]

const runOf = (depth: Depth, jobSeconds: number): TheoremWork[] =>
  theorems.map((theorem) => workOf(theorem, jobSeconds, depth, need))
const total = (run: readonly TheoremWork[]): number => run.reduce((sum, one) => sum + secondsOf(one), 0)
const on = (run: readonly TheoremWork[], workers: number, more: Partial<Cluster> = {}): Outcome => {
  const outcome = simulate(run, { workers, costs: measured, prefetch: PREFETCH, ...more })
  return { ...outcome, seconds: outcome.seconds + START_UP }
}
const cell = (value: number, digits: number, width = 10): string => value.toFixed(digits).padStart(width)
const percent = (part: number): string => `${(100 * part).toFixed(1)} %`.padStart(10)

function scale(
  name: string, prefetch: number, run: readonly TheoremWork[], sharesDraws = true,
): Line['points'] {
  const [work, chain] = [total(run), Math.max(...run.map(chainOf))]
  console.log(`\n${name}: ${work.toFixed(0)} s of work, longest chain ${chain.toFixed(0)} s`)
  console.log('workers    seconds  speed-up    wasted     Redis   reading')
  return COUNTS.map((workers) => {
    const { seconds, wasted, redis, reading } = on(run, workers, { prefetch, sharesDraws })
    console.log(String(workers).padEnd(8) + cell(seconds, 1) + cell(work / seconds, 1)
      + percent(wasted / work) + percent(redis) + percent(reading))
    return [workers, work / seconds] as const
  })
}

/** Seconds, and the part of the work that was in vain, for sizes of jobs and prefetch. */
function choose(name: string, depth: Depth, workers: number, sizes: readonly number[]): void {
  const ahead = [0.25, 0.5, 0.75, 1, 2]
  console.log(`\n${name}, ${workers} workers: seconds and waste; seconds of a job down, prefetch across`)
  console.log(`        ${ahead.map((p) => String(p).padStart(18)).join('')}`)
  for (const size of sizes) {
    const run = runOf(depth, size)
    const cells = ahead.map((prefetch) => on(run, workers, { prefetch }))
      .map(({ seconds, wasted }) => cell(seconds, 1, 9) + percent(wasted / total(run)).slice(1))
    console.log(String(size).padEnd(8) + cells.join(''))
  }
}

function harms(name: string, run: readonly TheoremWork[], workers: number): void {
  const spread = (worker: number): number => 0.5 + (worker * 0.618034) % 1
  const harm: Readonly<Record<string, Partial<Cluster>>> = {
    'all alike': {}, 'speeds from 0.5 to 1.5': { speed: spread },
    'a death each hour of work': { deaths: { every: 3600, lapse: 30 }, chance: random.uniform },
    'ten times the latency': { costs: { ...measured, latency: 10 * measured.latency } },
    'ten times the cost of an answer': { costs: { ...measured, answer: 10 * measured.answer } },
    'Redis ten times slower': { costs: { ...measured, redis: 10 * measured.redis } },
  }
  console.log(`\n${name}, ${workers} workers`)
  for (const [what, change] of Object.entries(harm)) {
    const { seconds, wasted, lost } = on(run, workers, change)
    console.log(what.padEnd(34) + cell(seconds, 1) + ' s' + percent(wasted / total(run)) + percent(lost / total(run)))
  }
}

const [standard, deep] = [runOf(depths.standard, JOB_SECONDS), runOf(depths.deep, JOB_SECONDS)]
const lines: Line[] = [
  { name: 'ideal', color: null, points: COUNTS.map((n) => [n, n]) },
  { name: 'deep', color: 1, points: scale('deep', PREFETCH, deep) },
  { name: 'standard', color: 0, points: scale('standard', PREFETCH, standard) },
  { name: 'whole theorems', color: 2, points: scale('standard, whole theorems only', 0, standard, false) },
]
if (svg !== undefined) writeFileSync(svg, figure(lines, 4, 'workers', 'times faster than one thread'))
choose('standard', depths.standard, 32, [0.05, 0.1, 0.3, 1])
choose('deep', depths.deep, 1000, [0.3, 1, 3, 10])
harms('standard', standard, 32)
harms('deep, jobs of 1 s', runOf(depths.deep, 1), 256)
