/**
 * What each theorem is expected to cost, in seconds: so much for each draw of the parameters, and so much for the rest.
 * From a record or a table where there is one, else from the text of the module. Only the division into shards rests
 * on it. The time of a draw goes with the samples it takes, 1 / precision^2.
 */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Evidence, TheoremReport } from '../../verify/evidence.js'
import { drawCount } from '../../verify/simulation-levels.js'
import type { TheoremFile } from '../discover.js'
import { isObject } from '../forms.js'
import { isTheoremReport } from '../read-record.js'
import { refuse } from '../refusal.js'
import type { RunOptions } from '../run-options.js'

export interface Cost {
  /** seconds of all that is not split */
  readonly rest: number
  /** seconds of each draw; empty where nothing is drawn */
  readonly draws: readonly number[]
}

export interface Costs {
  readonly precision: number
  readonly theorems: ReadonlyMap<string, Cost>
}

/** The table that a folder of theorems may bring along. */
const TABLE = 'expected.json'
/** Seconds per byte of a module, per simulated claim and draw, as the suite of this package takes on the average. */
const PER_BYTE = 1.2e-3, PER_DRAW = 0.2, PRECISION = 0.02
/** Seconds below which nothing counts. */
const LEAST = 1e-3

/** Reads a record that `--json` wrote, or a table of costs. Throws CANNOT_READ and NO_COSTS, naming the file. */
export async function readCosts(file: string): Promise<Costs> {
  const text = await readFile(file, 'utf8')
    .catch(() => refuse('CANNOT_READ', `cannot read "${file}"; name a record that --json wrote`))
  return costsIn(text) ?? refuse('NO_COSTS',
    `"${file}" says of no theorem how long it took; name a whole record that --json wrote`)
}

/** The costs that the folder itself brings along; none where it brings no table. */
async function shippedCosts(folder: string): Promise<Costs> {
  const file = join(folder, TABLE)
  const text = await readFile(file, 'utf8').catch(() => null)
  if (text === null) return { precision: PRECISION, theorems: new Map() }
  return costsIn(text) ?? refuse('NO_COSTS', `"${file}" is no table of costs; write it anew or remove it`)
}

/** What each theorem of a run is expected to cost. Throws NO_COSTS. */
export async function costsFor(
  files: readonly TheoremFile[], { theorems, costs, effort, precision }: Options,
): Promise<(file: TheoremFile) => Cost> {
  const known = costs ?? await shippedCosts(theorems)
  const asked = { draws: drawCount({ options: { effort } }), precision }
  const found = new Map(await Promise.all(files.map(async (file) => [file, await costOf(file, known, asked)] as const)))
  return (file) => found.get(file)!
}

/** Seconds by file, of theorems in the table of the folder; where that is none, of none: only an order rests on it. */
export async function shippedSeconds(files: readonly TheoremFile[], options: Options): Promise<Map<string, number>> {
  const costs = await shippedCosts(options.theorems).catch(() => null)
  if (!costs) return new Map()
  const known = files.filter(({ id }) => costs.theorems.has(id))
  const costOf = await costsFor(known, { ...options, costs })
  return new Map(known.map((file) => [file.file, totalOf(costOf(file))]))
}

const totalOf = ({ rest, draws }: Cost): number => rest + sum(draws)

type Options = Pick<RunOptions, 'theorems' | 'costs' | 'effort' | 'precision'>

/** What a theorem costs with so many draws at a precision. */
async function costOf({ id, path, bytes }: TheoremFile, known: Costs, asked: Asked): Promise<Cost> {
  const measured = known.theorems.get(id)
  const { rest, draws } = measured ?? await estimated(path, bytes)
  const scale = ((measured ? known.precision : PRECISION) / asked.precision) ** 2
  const count = draws.length ? asked.draws : 0
  return { rest, draws: Array.from({ length: count }, (_, k) => draws[k % draws.length]! * scale) }
}

interface Asked {
  readonly draws: number
  readonly precision: number
}

async function estimated(path: string, bytes: number): Promise<Cost> {
  const text = await readFile(path, 'utf8').catch(() => '')
  const simulated = text.match(/\bsimulated\(/g)?.length ?? 0
  return { rest: PER_BYTE * bytes, draws: simulated ? [simulated * PER_DRAW] : [] }
}

function costsIn(text: string): Costs | null {
  try {
    const value: unknown = JSON.parse(text)
    if (!isObject(value)) return null
    const found = Array.isArray(value.theorems) ? costsOfRecord(value as { theorems: unknown[] }) : costsOfTable(value)
    return found.theorems.size && [...found.theorems.values()].every(isCost) && found.precision > 0 ? found : null
  } catch {
    return null
  }
}

const costsOfTable = ({ precision, theorems }: Record<string, unknown>): Costs =>
  ({ precision: Number(precision), theorems: new Map(Object.entries(theorems as Record<string, Cost>)) })

const isCost = ({ rest, draws }: Cost): boolean =>
  Array.isArray(draws) && [rest, ...draws].every((x) => Number.isFinite(x) && x >= 0)

/** The costs that a whole run found. */
export function costsOfRecord(record: { readonly theorems: readonly unknown[], readonly budget?: unknown }): Costs {
  const theorems = record.theorems.filter(isTheoremReport) as unknown as readonly TheoremReport[]
  const precision = isObject(record.budget) ? Number(record.budget.precision) : NaN
  return { precision, theorems: new Map(theorems.map((report) => [report.id, costOfReport(report)])) }
}

function costOfReport({ claims, seconds }: TheoremReport): Cost {
  const draws: number[] = []
  const add = (k: number, more: number): void => { draws[k] = (draws[k] ?? 0) + more }
  for (const { expected, evidence } of claims) {
    for (const piece of evidence) {
      const own = secondsOfDraws(piece)
      // the shard that has the first draw of a claim that is to fall also looks for a simple counterexample
      if (expected === 'refuted' && own.length) add(0, Math.max(piece.seconds, sum(own)))
      else own.forEach((one, k) => add(k, one))
    }
  }
  return { rest: Math.max(LEAST, seconds - sum(draws)), draws: draws.map((one) => Math.max(LEAST, one)) }
}

/** Draws that were sampled, the only ones that are split; where a record does not say, each took the same part. */
function secondsOfDraws({ perDraw, samples, seconds }: Evidence): number[] {
  if (!Array.isArray(perDraw) || typeof samples !== 'number') return []
  return (perDraw as readonly { readonly seconds?: number }[]).map((one) => one.seconds ?? seconds / perDraw.length)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)
