/**
 * How far a thousand million variates of the shipped kernel are from the standard normal law, as scores
 * z = (observed - expected) / deviation, each nearly N(0, 1) for a sound generator:
 *
 *     moments 1 .. 6 · correlations of x and of x^2 at lags · counts beyond t
 *     Pearson's chi^2 over bins of width 1/32.
 */
import { normalTail } from '../../src/numeric/normal.js'

export interface Scores {
  /** Takes the next variates of one stream, a whole stream at a time. */
  add(stream: Float64Array): void
  scores(): readonly (readonly [string, number])[]
}

const LAGS = [1, 2, 3, 4, 8, 64]
const TAILS = [3.5, 4, 4.5, 5, 5.5]
const [BIN, SPAN] = [1 / 32, 6]
const BINS = (2 * SPAN) / BIN

/** Scores of standard normals. */
export function normalScores(): Scores {
  const powers = new Float64Array(6)
  const lagged = new Float64Array(2 * LAGS.length)
  const counts = new Float64Array(BINS)
  const beyond = new Float64Array(TAILS.length)
  const between = new Float64Array(1)
  const products = new Float64Array(LAGS.length)
  let [n, streams, previous] = [0, 0, new Float64Array(0)]
  return {
    add(stream) {
      addPowers(stream, powers)
      addBins(stream, counts, beyond)
      LAGS.forEach((lag, k) => {
        addLag(stream, lag, lagged, 2 * k)
        products[k]! += stream.length - lag
      })
      if (streams > 0) between[0]! += inner(stream, previous)
      previous = stream.slice()
      n += stream.length
      streams++
    },
    scores: () => [
      ...powerScores(powers, n), ...lagScores(lagged, products),
      ['correlation of successive streams', between[0]! / Math.sqrt(n - previous.length)],
      ...tailScores(beyond, n), ['chi-square over bins', chiSquareScore(counts, n)],
    ],
  }
}

function addPowers(x: Float64Array, sums: Float64Array): void {
  let [a, b, c, d, e, f] = [0, 0, 0, 0, 0, 0]
  for (let i = 0; i < x.length; i++) {
    const [v, square] = [x[i]!, x[i]! * x[i]!]
    const cube = square * v
    a += v
    b += square
    c += cube
    d += square * square
    e += square * cube
    f += cube * cube
  }
  for (const [k, sum] of [a, b, c, d, e, f].entries()) sums[k]! += sum
}

function addBins(x: Float64Array, counts: Float64Array, beyond: Float64Array): void {
  for (let i = 0; i < x.length; i++) {
    const v = x[i]!
    // whoever lies outside belongs to the last bin of its side
    counts[Math.min(BINS - 1, Math.max(0, Math.floor((v + SPAN) / BIN)))]!++
    if (Math.abs(v) > TAILS[0]!) TAILS.forEach((t, k) => { if (Math.abs(v) > t) beyond[k]!++ })
  }
}

function addLag(x: Float64Array, lag: number, sums: Float64Array, at: number): void {
  let [plain, squares] = [0, 0]
  for (let i = lag; i < x.length; i++) {
    const [u, v] = [x[i]!, x[i - lag]!]
    plain += u * v
    squares += (u * u - 1) * (v * v - 1)
  }
  sums[at]! += plain
  sums[at + 1]! += squares / 2
}

function inner(x: Float64Array, y: Float64Array): number {
  let sum = 0
  for (let i = 0; i < x.length; i++) sum += x[i]! * y[i]!
  return sum
}

/** E Z^k. */
const moment = (k: number): number => (k % 2 ? 0 : k === 0 ? 1 : (k - 1) * moment(k - 2))

const powerScores = (sums: Float64Array, n: number): [string, number][] => [...sums].map((sum, i) => {
  const k = i + 1
  return [`moment ${k}`, (sum / n - moment(k)) * Math.sqrt(n / (moment(2 * k) - moment(k) ** 2))]
})

const lagScores = (sums: Float64Array, counts: Float64Array): [string, number][] => LAGS.flatMap((lag, k) => [
  [`correlation at lag ${lag}`, sums[2 * k]! / Math.sqrt(counts[k]!)],
  [`correlation of squares at lag ${lag}`, sums[2 * k + 1]! / Math.sqrt(counts[k]!)],
])

const tailScores = (beyond: Float64Array, n: number): [string, number][] => TAILS.map((t, k) => {
  const expected = 2 * normalTail(t) * n
  return [`beyond ${t} deviations: ${beyond[k]} of ${expected.toFixed(1)} expected`,
    (beyond[k]! - expected) / Math.sqrt(expected)]
})

/**
 * Wilson and Hilferty's score of Pearson's chi^2; bins of fewer than 20 expected are joined to their inner neighbours.
 */
function chiSquareScore(counts: Float64Array, n: number): number {
  const edge = (i: number): number => (i === 0 ? 1 : i === BINS ? 0 : normalTail(i * BIN - SPAN))
  const bins = Array.from(counts, (seen, i) => ({ seen, expected: n * (edge(i) - edge(i + 1)) }))
  const joined = [...joinedFromOutside(bins.slice(0, BINS / 2)), ...joinedFromOutside(bins.slice(BINS / 2).reverse())]
  const statistic = joined.reduce((sum, { seen, expected }) => sum + (seen - expected) ** 2 / expected, 0)
  const spread = 2 / (9 * (joined.length - 1))
  return (Math.cbrt(statistic / (joined.length - 1)) - (1 - spread)) / Math.sqrt(spread)
}

interface Bin { readonly seen: number; readonly expected: number }

function joinedFromOutside(bins: readonly Bin[]): Bin[] {
  const joined: Bin[] = []
  let rest: Bin = { seen: 0, expected: 0 }
  for (const { seen, expected } of bins) {
    rest = { seen: rest.seen + seen, expected: rest.expected + expected }
    if (rest.expected < 20) continue
    joined.push(rest)
    rest = { seen: 0, expected: 0 }
  }
  return joined
}
