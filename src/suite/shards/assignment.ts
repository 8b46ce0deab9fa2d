/**
 * Which shard does what: a pure function of the theorems, their expected costs and the number of shards, so that shards
 * agree without a word. Whole theorems go first, the longest ahead, each to the shard that has the least (Graham 1969:
 * the fullest is above the mean by less than the longest theorem). Theorems whose draws are divided fill the shards up
 * to one level, in a row, so that few shards have to load each: every shard is then at the level but for one draw.
 */
import { createHash } from 'node:crypto'
import type { Cost } from './costs.js'

export interface Expected {
  readonly key: string
  readonly cost: Cost
}

export interface Share {
  /** keys of theorems that are verified here alone */
  readonly whole: readonly string[]
  /** numbers of draws of theorems that are split, by their keys */
  readonly draws: ReadonlyMap<string, readonly number[]>
  /** expected seconds */
  readonly load: number
}

export interface Assignment {
  readonly shares: readonly Share[]
  /** the same for the same division: shards of different ones do not fit together */
  readonly fingerprint: string
}

/** A shard may be so much fuller than the mean before a theorem is split. */
const EVEN = 1.05
/** Whoever merges does the rest of a theorem that is split: at most so many times what its draws take. */
const SPLITTING = 3

/** Divides theorems among shards, and draws of theorems where whole ones would not come out even. */
export function assignment(theorems: readonly Expected[], count: number): Assignment {
  const split = new Set<string>()
  for (;;) {
    const bins = divided(theorems.flatMap((one) => piecesOf(one, split)), count)
    const next = tooLong(bins, theorems, split)
    if (next === null) return { shares: bins.map(shareOf), fingerprint: fingerprintOf(bins) }
    split.add(next)
  }
}

interface Piece {
  readonly key: string
  /** number of the draw; null for a whole theorem */
  readonly draw: number | null
  readonly seconds: number
}

interface Bin {
  readonly pieces: Piece[]
  load: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

const piecesOf = ({ key, cost: { rest, draws } }: Expected, split: ReadonlySet<string>): Piece[] =>
  (split.has(key) ? draws.map((seconds, draw) => ({ key, draw, seconds }))
    : [{ key, draw: null, seconds: rest + sum(draws) }])

function divided(pieces: readonly Piece[], count: number): Bin[] {
  const bins = Array.from({ length: count }, (): Bin => ({ pieces: [], load: 0 }))
  const whole = pieces.filter(({ draw }) => draw === null)
  for (const piece of whole.sort((a, b) => b.seconds - a.seconds || byPlace(a, b))) {
    put(piece, bins.reduce((a, b) => (b.load < a.load ? b : a)))
  }
  pour(pieces.filter(({ draw }) => draw !== null).sort(byPlace), bins)
  return bins
}

const byPlace = (a: Piece, b: Piece): number =>
  (a.key < b.key ? -1 : a.key > b.key ? 1 : (a.draw ?? 0) - (b.draw ?? 0))

function put(piece: Piece, bin: Bin): void {
  bin.pieces.push(piece)
  bin.load += piece.seconds
}

/** One draw after the other into what bins have left below the level, each where its middle falls. */
function pour(draws: readonly Piece[], bins: readonly Bin[]): void {
  const level = levelOf(sum(draws.map(({ seconds }) => seconds)), bins.map(({ load }) => load))
  const ends: number[] = []
  for (const { load } of bins) ends.push((ends.at(-1) ?? 0) + Math.max(0, level - load))
  let poured = 0
  for (const piece of draws) {
    const middle = poured + piece.seconds / 2
    put(piece, bins[ends.findIndex((end) => middle < end)] ?? bins.at(-1)!)
    poured += piece.seconds
  }
}

/** The height up to which so much fills the gaps above some heights. */
function levelOf(volume: number, heights: readonly number[]): number {
  const rising = [...heights].sort((a, b) => a - b)
  const filled = rising.map((_, k) => (volume + sum(rising.slice(0, k + 1))) / (k + 1))
  return filled.find((level, k) => level <= (rising[k + 1] ?? Infinity))!
}

/**
 * The theorem of the fullest shard whose draws take longest, if the shard is too full; null where the division may
 * stand.
 */
function tooLong(bins: readonly Bin[], theorems: readonly Expected[], split: ReadonlySet<string>): string | null {
  const fullest = bins.reduce((a, b) => (b.load > a.load ? b : a))
  if (fullest.load <= EVEN * sum(bins.map(({ load }) => load)) / bins.length) return null
  const here = new Set(fullest.pieces.map(({ key }) => key))
  const candidates = theorems.filter(({ key, cost: { rest, draws } }) =>
    here.has(key) && !split.has(key) && draws.length > 1 && SPLITTING * sum(draws) > rest)
  const longest = candidates.reduce<Expected | null>(
    (a, b) => (a && sum(a.cost.draws) >= sum(b.cost.draws) ? a : b), null)
  return longest?.key ?? null
}

function shareOf({ pieces, load }: Bin): Share {
  const draws = new Map<string, number[]>()
  for (const { key, draw } of pieces) if (draw !== null) draws.set(key, [...draws.get(key) ?? [], draw])
  return { whole: pieces.filter(({ draw }) => draw === null).map(({ key }) => key), draws, load }
}

function fingerprintOf(bins: readonly Bin[]): string {
  const division = bins.map(({ pieces }) => pieces.map(({ key, draw }) => [key, draw]))
  return createHash('sha256').update(JSON.stringify(division)).digest('hex').slice(0, 16)
}
