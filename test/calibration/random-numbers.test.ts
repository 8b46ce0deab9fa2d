/**
 * The random numbers of the shipped kernel, a thousand million of them, against the laws they claim. Writes table.md.
 */
import { afterAll, expect, test } from 'vitest'
import { streamSeed } from '../../src/simulation/streams.js'
import { vectorNoise } from '../../src/simulation/wasm/noise-source.js'
import { normalScores } from './scores.js'
import { leaveRows } from './table.js'

const noise = vectorNoise([{ kind: 'normal' }, { kind: 'uniform' }])
const STREAM = 2 ** 14
const STREAMS = Number(process.env.CALIBRATION_STREAMS ?? 2 ** 16)
/** A sound generator exceeds it once in 26 million scores. */
const BOUND = 5.5
const rows: string[] = []
const head = ['', '# Random numbers, tested', '',
  `A score is (observed - expected) / deviation; a sound generator keeps it within ${BOUND}, `
    + 'failing once in 26 million scores.',
  '', '| what | draws | result |', '|---|---|---|']
afterAll(() => leaveRows('9 random numbers', [...head, ...rows]))

const seedOf = (block: number, phase = 'quality'): Uint32Array =>
  streamSeed({ seed: '1', theorem: 'calibration', claim: 'normals', draw: block & 3, phase, block })

function scoresOf(streams: number, change: (x: Float64Array) => void = () => {}) {
  const scores = normalScores()
  const values = new Float64Array(STREAM)
  for (let block = 0; block < streams; block++) {
    noise.seed(seedOf(block))
    noise.fill({ kind: 'normal' }, values, 0, STREAM)
    change(values)
    scores.add(values)
  }
  return scores.scores()
}
const beyond = (scores: readonly (readonly [string, number])[]): string[] =>
  scores.filter(([, z]) => !(Math.abs(z) <= BOUND)).map(([name]) => name)

test('a thousand million normals have the moments, tails, correlations and bins of the law', () => {
  const started = performance.now()
  const scores = scoresOf(STREAMS)
  const seconds = (performance.now() - started) / 1000
  for (const [name, z] of scores) rows.push(`| normals: ${name} | ${STREAMS * STREAM} | z = ${z.toFixed(2)} |`)
  rows.push(`| normals: time of all checks | ${STREAMS * STREAM} | ${seconds.toFixed(0)} s |`)
  expect(STREAMS * STREAM).toBeGreaterThanOrEqual(1e9)
  expect(beyond(scores)).toEqual([])
})

const faults: readonly (readonly [string, RegExp, (x: Float64Array) => void])[] = [
  ['a scale wrong by 1/1000', /^moment 2$/, (x) => x.forEach((v, i) => (x[i] = 1.001 * v))],
  ['a missing tail', /^beyond 4 /, (x) => x.forEach((v, i) => (x[i] = Math.abs(v) > 4.0388 ? v / 2 : v))],
  ['a strip of the ziggurat that is left out', /^chi-square/,
    (x) => x.forEach((v, i) => (x[i] = v > 1 && v < 1.002 ? -v : v))],
  ['a neighbour mixed in', /^correlation at lag 1$/,
    (x) => { for (let i = 1; i < x.length; i += 2) x[i] = 0.004 * x[i - 1]! + x[i]! }],
]

test.each(faults)('%s is seen in 2^26 normals', (name, check, change) => {
  const found = beyond(scoresOf(2 ** 12, change))
  rows.push(`| planted fault: ${name} | ${2 ** 26} | seen by ${found.length} scores |`)
  expect(found.some((one) => check.test(one))).toBe(true)
})

const repeats = (seedFor: (k: number) => Uint32Array): number => {
  const [streams, each] = [2 ** 19, 8]
  const values = new Float64Array(streams * each)
  for (let k = 0; k < streams; k++) {
    noise.seed(seedFor(k))
    noise.fill({ kind: 'uniform' }, values, k * each, each)
  }
  values.sort()
  let equal = 0
  for (let i = 1; i < values.length; i++) if (values[i] === values[i - 1]) equal++
  return equal
}

test('half a million streams share no value, apart from what chance gives to 52 bits', () => {
  // 2^22 values of 52 bits: 0.002 pairs on average, more than 2 once in 10^9 runs
  const equal = repeats((k) => seedOf(k >> 3, `phase ${k & 7}`))
  rows.push(`| uniforms: equal values between 2^19 streams | ${2 ** 22} | ${equal} |`)
  expect(equal).toBeLessThanOrEqual(2)
  expect(repeats((k) => seedOf(k === 1 ? 0 : k))).toBeGreaterThanOrEqual(8)
})
