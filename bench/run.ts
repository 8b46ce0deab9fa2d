/**
 * Measures every workload against NumPy and C, one repetition of each in turn, and prints the least processor time per
 * unit on one thread and its ratios: other work on the machine only ever adds time. The JSON has the medians as well.
 * Then what has no rival: compiling, two threads, memory, start-up, samples and the suite; wall times mean something on
 * an idle machine only, so the load is told too. `--rounds N` (default 7), `--only TEXT`
 * (names of workloads or groups),
 * `--json FILE`.
 */
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { parseArgs } from 'node:util'
import { compilingFacts } from './compiling.js'
import { covarianceFacts } from './covariance-samples.js'
import { meets, type Fact } from './fact.js'
import { handFacts } from './hand.js'
import { memoryFacts } from './memory.js'
import { momentumWorkloads } from './momentum.js'
import { normalsWorkload } from './normals.js'
import { passageWorkload } from './passage.js'
import { regressionWorkload } from './regression.js'
import { compiledC, numpy, startRival } from './rivals.js'
import type { Timing } from './rivals.js'
import { sampleFacts } from './samples.js'
import { startUpFacts } from './start-up.js'
import { suiteFacts } from './suite.js'
import { threadFacts } from './threads.js'
import type { Workload } from './workload.js'

const { values: options } = parseArgs({
  options: {
    rounds: { type: 'string', default: '7' }, only: { type: 'string', default: '' }, json: { type: 'string' },
  },
})
const commands = { numpy: numpy(), c: compiledC() }
const workloads = [normalsWorkload, ...momentumWorkloads, regressionWorkload, passageWorkload]

/** Nanoseconds per unit over the rounds. */
interface Spread {
  readonly least: number
  readonly median: number
}

interface Row {
  readonly workload: string
  readonly unit: string
  readonly assay: Spread
  readonly numpy: Spread | null
  readonly c: Spread | null
  /** how many times faster than the rival; null where it is absent */
  readonly ratio: { readonly numpy: number | null; readonly c: number | null }
  readonly atLeast: Workload['atLeast']
  readonly checks: readonly number[]
}

async function measured(workload: Workload): Promise<Row> {
  const ours = { repeat: async () => workload.repeat(), stop: () => {} }
  const start = (command: readonly string[] | null) => command && startRival(command, workload.rival)
  const rivals = [ours, start(commands.numpy), start(commands.c)]
  const timings: Timing[][] = rivals.map(() => [])
  for (let round = 0; round <= Number(options.rounds); round++) {
    for (const [i, rival] of rivals.entries()) {
      const timing = await rival?.repeat()
      // the first round is for compilers and caches
      if (timing !== undefined && round > 0) timings[i]!.push(timing)
    }
  }
  for (const rival of rivals) rival?.stop()
  const [assay, numpyTime, c] = timings.map(spread)
  const over = (rival: Spread | null | undefined): number | null => (rival == null ? null : rival.least / assay!.least)
  return {
    workload: workload.name, unit: workload.unit, assay: assay!, numpy: numpyTime ?? null, c: c ?? null,
    ratio: { numpy: over(numpyTime), c: over(c) }, atLeast: workload.atLeast,
    checks: timings.flatMap((list) => list.slice(-1).map((t) => t.check)),
  }
}

function spread(timings: readonly Timing[]): Spread | null {
  const sorted = timings.map(({ nanoseconds }) => nanoseconds).sort((a, b) => a - b)
  if (sorted.length === 0) return null
  return { least: sorted[0]!, median: (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2 }
}

function line(row: Row): string {
  const verdict = (ratio: number | null, least: number): string =>
    `${cell(ratio, 2)} ${ratio === null ? ' ' : ratio >= least ? 'ok' : 'LOW'} (>= ${least})`.padEnd(22)
  const times = [row.assay, row.numpy, row.c].map((time) => cell(time?.least ?? null, 2)).join('')
  const checks = row.checks.map((check) => check.toPrecision(4)).join(' ')
  const ratios = verdict(row.ratio.numpy, row.atLeast.numpy) + verdict(row.ratio.c, row.atLeast.c)
  return row.workload.padEnd(28) + times + ratios + checks
}

const cell = (value: number | null, digits: number): string =>
  (value === null ? '-' : value.toFixed(digits)).padStart(9)

function factLine(fact: Fact): string {
  const { name, value, unit, target } = fact
  const promise = target && ('atLeast' in target ? `>= ${target.atLeast}` : `<= ${target.atMost}`)
  return `${name.padEnd(62)}${value.toPrecision(4).padStart(10)} `
    + `${unit.padEnd(8)}${promise ? `${meets(fact) ? 'ok' : 'MISSED'} (${promise})` : ''}`
}

const groups: Readonly<Record<string, () => readonly Fact[] | Promise<readonly Fact[]>>> = {
  compiling: compilingFacts, 'hand-written': handFacts, threads: threadFacts, memory: memoryFacts,
  'start-up': startUpFacts, samples: sampleFacts, covariance: covarianceFacts, suite: suiteFacts,
}

const rows: Row[] = []
const wanted = workloads.filter(({ name }) => name.includes(options.only))
const names = ['assay', 'NumPy', 'C'].map((name) => name.padStart(9)).join('')
if (wanted.length) {
  console.log(`${'ns per unit'.padEnd(28)}${names}${'  x NumPy'.padEnd(22)}${'  x C'.padEnd(22)}checks`)
}
for (const workload of wanted) {
  const row = await measured(workload)
  rows.push(row)
  console.log(line(row))
}
const facts: Fact[] = []
for (const [, measure] of Object.entries(groups).filter(([name]) => name.includes(options.only))) {
  const found = await measure()
  facts.push(...found)
  found.forEach((fact) => console.log(factLine(fact)))
}
const load = loadavg()[0]!
console.log(`load of the machine in the last minute: ${load.toFixed(1)}`)
const record = { load, workloads: rows, facts: facts.map((fact) => ({ ...fact, ok: meets(fact) })) }
if (options.json !== undefined) writeFileSync(options.json, `${JSON.stringify(record, null, 2)}\n`)
