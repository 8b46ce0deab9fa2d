/**
 * Which shard does what: a pure function of the theorems, their expected costs and the number of shards, so that shards
 * agree without a word. What is not divided goes first, the longest ahead, each to the shard that has the least (Graham
 * 1969: the fullest is above the mean by less than the longest of these): whole theorems, and of those that are split
 * all but the later draws, which makes a shard the home of the theorem. The other draws fill the shards up to one
 * level, first at home, then in a row, so that few shards have to load each: every shard is then at the level but for
 * one draw.
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
  /** keys of theorems that are split and have their home here: all is done here but draws of other shards */
  readonly homes: readonly string[]
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
/** What stays at home takes at most so many times what can go elsewhere: less is not worth another load. */
const SPLITTING = 3

/**
 * Divides theorems among shards, and draws of theorems where whole ones would not come out even.
 * @param atHome so many of the first draws of a theorem stay with what is no draw
 */
export function assignment(theorems: readonly Expected[], count: number, atHome: number): Assignment {
  const split = new Set<string>()
  for (;;) {
    const bins = divided(theorems.flatMap((one) => piecesOf(one, split, atHome)), count)
    const next = tooLong(bins, theorems, split, atHome)
    if (next === null) return { shares: bins.map((bin) => shareOf(bin, atHome)), fingerprint: fingerprintOf(bins) }
    split.add(next)
  }
}

interface Piece {
  readonly key: string
  /** a whole theorem, all that stays at its home, or the number of a draw */
  readonly part: 'whole' | 'home' | number
  readonly seconds: number
}

interface Bin {
  readonly pieces: Piece[]
  load: number
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0)

function piecesOf({ key, cost: { rest, draws } }: Expected, split: ReadonlySet<string>, atHome: number): Piece[] {
  if (!split.has(key)) return [{ key, part: 'whole', seconds: rest + sum(draws) }]
  const all = draws.map((seconds, part): Piece => ({ key, part, seconds }))
  return [{ key, part: 'home', seconds: rest + sum(draws.slice(0, atHome)) }, ...all.slice(atHome)]
}

const isDraw = ({ part }: Piece): boolean => typeof part === 'number'

function divided(pieces: readonly Piece[], count: number): Bin[] {
  const bins = Array.from({ length: count }, (): Bin => ({ pieces: [], load: 0 }))
  const undivided = pieces.filter((piece) => !isDraw(piece))
  for (const piece of undivided.sort((a, b) => b.seconds - a.seconds || byPlace(a, b))) {
    put(piece, bins.reduce((a, b) => (b.load < a.load ? b : a)))
  }
  pour(keepAtHome(pieces.filter(isDraw).sort(byPlace), bins), bins)
  return bins
}

const byPlace = (a: Piece, b: Piece): number =>
  (a.key < b.key ? -1 : a.key > b.key ? 1 : Number(a.part) - Number(b.part) || 0)

function put(piece: Piece, bin: Bin): void {
  bin.pieces.push(piece)
  bin.load += piece.seconds
}

/** Puts draws where their home is as long as that is below the level; what is left of them. */
function keepAtHome(draws: readonly Piece[], bins: readonly Bin[]): Piece[] {
  const level = levelFor(draws, bins)
  return draws.filter((piece) => {
    const home = bins.find(({ pieces }) => pieces.some(({ key, part }) => part === 'home' && key === piece.key))!
    if (home.load + piece.seconds / 2 >= level) return true
    put(piece, home)
    return false
  })
}

/**
 * One draw after the other into what bins have left below the level, each where its middle falls. Where next to nothing
 * of a theorem is left for another bin, it stays with the rest: who has nothing of a theorem need not load it.
 */
function pour(draws: readonly Piece[], bins: readonly Bin[]): void {
  const level = levelFor(draws, bins)
  const ends: number[] = []
  for (const { load } of bins) ends.push((ends.at(-1) ?? 0) + Math.max(0, level - load))
  let poured = 0
  const placed = draws.map((piece) => {
    const place = ends.findIndex((end) => poured + piece.seconds / 2 < end)
    poured += piece.seconds
    return { piece, place: place < 0 ? bins.length - 1 : place }
  })
  for (const { piece, place } of placed) {
    const own = placed.filter((one) => one.piece.key === piece.key)
    const before = own.findLast((one) => one.place < place)
    const left = sum(own.filter((one) => one.place >= place).map((one) => one.piece.seconds))
    put(piece, bins[before && left <= (EVEN - 1) * level ? before.place : place]!)
  }
}

const levelFor = (draws: readonly Piece[], bins: readonly Bin[]): number =>
  levelOf(sum(draws.map(({ seconds }) => seconds)), bins.map(({ load }) => load))

/** The height up to which so much fills the gaps above some heights. */
function levelOf(volume: number, heights: readonly number[]): number {
  const rising = [...heights].sort((a, b) => a - b)
  const filled = rising.map((_, k) => (volume + sum(rising.slice(0, k + 1))) / (k + 1))
  return filled.find((level, k) => level <= (rising[k + 1] ?? Infinity))!
}

/**
 * The theorem of the fullest shard whose later draws take longest, if the shard is too full; null where the division
 * may stand.
 */
function tooLong(
  bins: readonly Bin[], theorems: readonly Expected[], split: ReadonlySet<string>, atHome: number,
): string | null {
  const fullest = bins.reduce((a, b) => (b.load > a.load ? b : a))
  if (fullest.load <= EVEN * sum(bins.map(({ load }) => load)) / bins.length) return null
  const here = new Set(fullest.pieces.map(({ key }) => key))
  const later = ({ cost: { draws } }: Expected): number => sum(draws.slice(atHome))
  const candidates = theorems.filter((one) => here.has(one.key) && !split.has(one.key) && one.cost.draws.length > 1
    && SPLITTING * later(one) > one.cost.rest + sum(one.cost.draws.slice(0, atHome)))
  const longest = candidates.reduce<Expected | null>((a, b) => (a && later(a) >= later(b) ? a : b), null)
  return longest?.key ?? null
}

function shareOf({ pieces, load }: Bin, atHome: number): Share {
  const draws = new Map<string, number[]>()
  const add = (key: string, more: readonly number[]): void => void draws.set(key, [...draws.get(key) ?? [], ...more])
  for (const { key, part } of pieces) {
    if (part === 'home') add(key, Array.from({ length: atHome }, (_, k) => k))
    else if (part !== 'whole') add(key, [part])
  }
  const keysOf = (wanted: Piece['part']): string[] =>
    pieces.filter(({ part }) => part === wanted).map(({ key }) => key)
  return { whole: keysOf('whole'), homes: keysOf('home'), draws, load }
}

function fingerprintOf(bins: readonly Bin[]): string {
  const division = bins.map(({ pieces }) => pieces.map(({ key, part }) => [key, part]))
  return createHash('sha256').update(JSON.stringify(division)).digest('hex').slice(0, 16)
}
