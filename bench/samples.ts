/**
 * Samples until an exact claim of tier E is verified, against Wald's bound: with KL(P_1 | P_(1+d)) the information of
 * one square z^2 against a variance wrong by d, no test of level alpha decides in fewer than ln(1/alpha) / KL on
 * average.
 */
import { createMeanCheck } from '../src/statistics/mean-check.js'
import { streamSeed } from '../src/simulation/streams.js'
import { vectorNoise } from '../src/simulation/wasm/noise-source.js'
import type { Fact } from './fact.js'
import { address } from './workload.js'

export const [precision, alphaVerify] = [0.02, 1e-6]
const [runs, chunkSize] = [24, 1024]
const information = (d: number): number => 0.5 * (1 / (1 + d) - 1 + Math.log(1 + d))
/** Wald's bound for one variance. */
export const wald = -Math.log(alphaVerify) / Math.min(information(precision), information(-precision))

export function sampleFacts(): readonly Fact[] {
  const noise = vectorNoise([{ kind: 'normal' }])
  let total = 0
  for (let block = 0; block < runs; block++) {
    noise.seed(streamSeed({ ...address, block }))
    total += samplesUsed(noise)
  }
  return [
    { name: `samples to verify at ${precision}, tier E`, value: total / runs, unit: 'samples' },
    { name: 'the same over Wald\'s bound', value: total / runs / wald, unit: 'x', target: { atMost: 1.6 } },
  ]
}

function samplesUsed(noise: ReturnType<typeof vectorNoise>): number {
  const check =
    createMeanCheck({ claimed: 1, support: 'nonnegative', tier: 'E', precision, alphaVerify, alphaRefute: 1e-9 })
  const chunk = new Float64Array(chunkSize)
  do {
    noise.fill({ kind: 'normal' }, chunk, 0, chunkSize)
    chunk.forEach((z, i) => (chunk[i] = z * z))
  } while (check.update(chunk) === 'running')
  return check.verdict().n
}
