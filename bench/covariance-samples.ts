/**
 * Samples until an exact claim about a D x D covariance is verified, against two yardsticks. Wald's bound,
 * ln(1/alpha) / KL, is that of one direction u and one side: Sigma = I + d u u'. Verified means that every direction
 * and both sides are excluded, and the problem looks the same from all of them: a test that depends on the eigenvalues
 * of the totals alone errs equally often at all u, hence as often as at their mixture, the least favourable prior
 *
 *     P_mix = 1/2 sum over d = +-precision of the average over u of P_(I + d u u'),
 *
 * so it can at best be a test of I against P_mix. The second yardstick is the likelihood-ratio test of these two, first
 * n with ln dP_I / dP_mix >= ln(1/alpha): no strict bound (it is optimal only to first order), but the fewest samples
 * known for less than what is verified.
 */
import { symmetricEigen } from '../src/numeric/matrix.js'
import { streamSeed } from '../src/simulation/streams.js'
import { vectorNoise } from '../src/simulation/wasm/noise-source.js'
import { createCovarianceCheck } from '../src/statistics/covariance-check.js'
import type { Fact } from './fact.js'
import { alphaVerify, precision, wald } from './samples.js'
import { address } from './workload.js'

const [runs, chunk, directions] = [24, 1024, 1500]
const noise = vectorNoise([{ kind: 'normal' }])

function normals(phase: string, block: number): (count: number) => Float64Array {
  noise.seed(streamSeed({ ...address, phase, block }))
  return (count) => {
    const out = new Float64Array(count)
    noise.fill({ kind: 'normal' }, out, 0, count)
    return out
  }
}

/** Squares of the coordinates of points all over the sphere. */
function sphere(D: number): readonly (readonly number[])[] {
  return Array.from({ length: directions }, (_, k) => {
    const point = [...normals(`sphere ${D}`, k)(4).subarray(0, D)].map((z) => z * z)
    const size = point.reduce((sum, z) => sum + z, 0)
    return point.map((z) => z / size)
  })
}

/** ln dP_I / dP_mix of n samples whose sum of outer products has these eigenvalues. */
function logRatio(n: number, eigenvalues: readonly number[], points: readonly (readonly number[])[]): number {
  const sides = [precision, -precision].map((d) => {
    const slope = d / (2 * (1 + d))
    const top = Math.max(...eigenvalues.map((w) => slope * w))
    const mean = points.reduce((sum, point) =>
      sum + Math.exp(slope * point.reduce((form, square, i) => form + square * eigenvalues[i]!, 0) - top), 0)
    return n / 2 * Math.log(1 + d) - top - Math.log(mean / points.length)
  })
  const least = Math.min(...sides)
  return least - Math.log(sides.reduce((sum, side) => sum + Math.exp(least - side), 0) / 2)
}

/** Samples that our check and the mixture test took on the same sequence. */
function samplesUsed(
  D: number, run: number, points: readonly (readonly number[])[],
): { ours: number; mixture: number } {
  const claimed = Array.from({ length: D }, (_, i) => Array.from({ length: D }, (_, j) => Number(i === j)))
  const check = createCovarianceCheck({ claimed, precision, alphaVerify, alphaRefute: 1e-9 })
  const sum = claimed.map((row) => row.map(() => 0))
  const draw = normals(`covariance ${D}`, run)
  const used = { ours: 0, mixture: 0 }
  for (let n = chunk; used.ours === 0 || used.mixture === 0; n += chunk) {
    const z = draw(chunk * D)
    for (let k = 0; k < z.length; k += D) {
      for (const [i, row] of sum.entries()) for (let j = 0; j < D; j++) row[j]! += z[k + i]! * z[k + j]!
    }
    if (used.ours === 0 && check.update(n, sum.map((row) => [...row])) !== 'running') used.ours = n
    if (used.mixture === 0 && logRatio(n, symmetricEigen(sum).values, points) >= -Math.log(alphaVerify)) {
      used.mixture = n
    }
  }
  return used
}

export function covarianceFacts(): readonly Fact[] {
  return [1, 2, 3, 4].flatMap((D) => {
    const points = sphere(D)
    const used = Array.from({ length: runs }, (_, run) => samplesUsed(D, run, points))
    const total = (which: 'ours' | 'mixture'): number => used.reduce((sum, one) => sum + one[which], 0)
    const name = `covariance, D = ${D}: samples over`
    return [
      { name: `${name} Wald's bound of one direction`, value: total('ours') / runs / wald, unit: 'x' },
      {
        name: `${name} the mixture test's`, value: total('ours') / total('mixture'), unit: 'x', target: { atMost: 1.6 },
      },
    ]
  })
}
