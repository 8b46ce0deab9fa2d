/**
 * A test of the generator by what everybody knows about its laws, run before a deep verification trusts it. Every check
 * is a score z = (observed - expected) / deviation that a sound generator keeps within 7, failing once in 10^11 checks:
 *
 *     moments 1 .. 4 · counts beyond 4 deviations · correlation of neighbours, their squares, successive steps and
 *     successive streams · repeated values within and between streams, which 52 random bits do not give.
 */
import type { Program } from '../process/program.js'
import { exp } from './elementary.js'
import { machineFor } from './engine.js'
import type { Engine } from './engine.js'
import { blockStreams } from './streams.js'
import { replicasPerBlock } from './trajectories.js'

export type TestedLaw = 'normal' | 'uniform' | 'exponential' | 'rademacher'

export interface Check {
  readonly law: TestedLaw
  readonly name: string
  /** score; repeated values count as Infinity */
  readonly z: number
  readonly ok: boolean
}

export interface SelfTest {
  readonly ok: boolean
  readonly checks: readonly Check[]
}

/** Values of a law as replicas draw them: [step * replicasPerBlock + replica], block after block. */
export type Draw = (law: TestedLaw) => Float64Array

const laws: readonly TestedLaw[] = ['normal', 'uniform', 'exponential', 'rademacher']
/** Moments 1 .. 8. */
const moments = {
  normal: [0, 1, 0, 3, 0, 15, 0, 105],
  uniform: [2, 3, 4, 5, 6, 7, 8, 9].map((n) => 1 / n),
  rademacher: [0, 1, 0, 1, 0, 1, 0, 1],
} as const
/** A sound generator exceeds it once in 10^11 checks. */
export const scoreBound = 7
const [blocks, steps] = [64, 256]

/** Tests about a million draws of each law; `draw` defaults to what the engine's machines draw at `seed`. */
export function selfTest(seed: string, engine?: Engine, draw: Draw = machineDraw(seed, engine)): SelfTest {
  const checks = laws.flatMap((law) => lawChecks(law, draw(law)))
  return { ok: checks.every(({ ok }) => ok), checks }
}

function machineDraw(seed: string, engine?: Engine): Draw {
  return (law) => {
    const noise = [{ kind: law }]
    const program: Program = {
      nodes: [{ op: 'noise', index: 0 }], parameters: 0, states: 1, next: [0],
      noise, sample: [], batch: 0, observables: [],
    }
    const machine = machineFor(program, replicasPerBlock, engine)
    const stream = blockStreams({ seed, theorem: '', claim: '', draw: 0, phase: `self-test ${law}` })
    const values = new Float64Array(blocks * steps * replicasPerBlock)
    for (let at = 0; at < values.length; at += replicasPerBlock) {
      const step = at / replicasPerBlock
      if (step % steps === 0) machine.seed(stream(step / steps))
      machine.advance(1)
      values.set(machine.state, at)
    }
    return values
  }
}

function lawChecks(law: TestedLaw, drawn: Float64Array): readonly Check[] {
  // an exponential is tested as the uniform exp(-x): its own high moments have no normal scores
  const values = law === 'exponential' ? uniformised(drawn) : drawn
  const known = law === 'exponential' ? moments.uniform : moments[law]
  const [centre, scale] = [known[0]!, 1 / Math.sqrt(known[1]! - known[0]! ** 2)]
  const scores = momentScores(values, known).map((z, i): [string, number] => [`moment ${i + 1}`, z])
  for (const lag of [1, 2, replicasPerBlock, steps * replicasPerBlock]) {
    scores.push([`correlation at lag ${lag}`, correlation(values, lag, centre, scale)])
  }
  if (law === 'normal') {
    scores.push(['correlation of squares', correlation(squared(values), 1, 1, Math.SQRT1_2)])
    scores.push(['beyond 4 deviations', tailScore(values)])
  }
  if (law !== 'rademacher') scores.push(['repeated values', hasRepeats(beginnings(values)) ? Infinity : 0])
  return scores.map(([name, z]) => ({ law, name, z, ok: Math.abs(z) <= scoreBound }))
}

function uniformised(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) result[i] = exp(-values[i]!)
  return result
}

function squared(values: Float64Array): Float64Array {
  const result = new Float64Array(values.length)
  for (let i = 0; i < values.length; i++) result[i] = values[i]! * values[i]!
  return result
}

function momentScores(values: Float64Array, known: readonly number[]): readonly number[] {
  let [first, second, third, fourth] = [0, 0, 0, 0]
  for (let i = 0; i < values.length; i++) {
    const x = values[i]!
    const square = x * x
    first += x
    second += square
    third += square * x
    fourth += square * square
  }
  return [first, second, third, fourth].map((sum, i) => {
    const excess = sum / values.length - known[i]!
    const variance = known[2 * i + 1]! - known[i]! ** 2
    if (variance === 0) return excess === 0 ? 0 : Infinity
    return excess * Math.sqrt(values.length / variance)
  })
}

/** Score of the correlation of x[i] and x[i - lag], given mean and inverse deviation. */
function correlation(values: Float64Array, lag: number, centre: number, scale: number): number {
  let sum = 0
  for (let i = lag; i < values.length; i++) sum += (values[i]! - centre) * (values[i - lag]! - centre)
  return (sum * scale * scale) / Math.sqrt(values.length - lag)
}

/** P(|Z| > 4) = erfc(4 / sqrt 2). */
const beyondFour = 6.334248366623993e-5

function tailScore(values: Float64Array): number {
  let found = 0
  for (let i = 0; i < values.length; i++) if (Math.abs(values[i]!) > 4) found++
  const expected = beyondFour * values.length
  return (found - expected) / Math.sqrt(expected)
}

/** The first 256 values of every stream. */
const beginnings = (values: Float64Array): Float64Array =>
  Float64Array.from({ length: 256 * blocks }, (_, k) => values[(k >> 8) * steps * replicasPerBlock + (k & 255)]!)

/** Whether two of n values are equal, of probability n^2 / 2^53 or so. */
const hasRepeats = (values: Float64Array): boolean => new Set(values).size < values.length
