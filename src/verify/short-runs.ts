/**
 * Stationary means without a stationary sample: short runs from known states, whose ends are made up for by the
 * potential f of each quantity h, so that (h(s_1) + ... + h(s_k) + (f - h)(s_k) - (f - h)(s_0)) / k has the stationary
 * mean of h from every state s_0. Nothing burns in, and the variance is known exactly, also where stationary fourth
 * moments are infinite. Of all control variates that are functions of the state f is the best, and it leaves the
 * martingale that long averages are made of: per step 0.7 to 0.9 of the variance of averages over eight burn-ins, most
 * often 0.89, which is the burn-in. What else is saved is that a run stops as soon as enough is known.
 * The states s_0, two for each principal axis of the stationary covariance, have its mean and covariance, so a wrong
 * step shows as it would in a stationary sample.
 */
import { symmetricEigen } from '../numeric/matrix.js'
import type { Chain } from '../process/moments/chain.js'
import { potentialOf } from '../process/moments/potential.js'
import { corrected, runCovariances, type Corrected } from '../process/moments/run-covariances.js'
import type { StreamAddress } from '../simulation/streams.js'
import { samplesToVerify } from '../statistics/power.js'
import type { Polynomial } from '../symbolic/rings/polynomial.js'
import { mapValue, type Value } from '../symbolic/value.js'
import { flatten } from './affine.js'
import type { Base } from './algebra.js'
import { asSampled } from './as-sampled.js'
import { chunksOf } from './chunks.js'
import { entryUnits } from './entry-units.js'
import { polynomialOf, type Observed } from './observed.js'
import type { Recording } from './recording.js'
import { productAt, replicasPerSample, runSamples, type State } from './run-samples.js'

/** Samples of a chunk, as many as lie between two looks; each is the mean of a few replicas from every start. */
const SAMPLES_PER_CHUNK = 32
/** Starting a replica and reading its last state take about as long as these steps. */
const START = 16
/** Lengths that are tried are the powers of 2 up to this. */
const LONGEST = 2 ** 10
/** Fewer samples than this are no saving: they come in chunks. */
const LEAST_SAMPLES = 2 * SAMPLES_PER_CHUNK

/** What a true claim is to be verified with: the length of the runs is made for it. */
export interface Wanted {
  readonly precision: number
  readonly alphaVerify: number
}

/**
 * Opens the recording; nothing runs yet. @throws StatementError where an observable is no polynomial in the present
 * state, or a moment that its variance needs is infinite or not stated
 */
export function shortRuns(
  base: Base<number>, observed: readonly Observed[], address: StreamAddress, wanted: Wanted,
): Recording {
  const sampled = asSampled(base)
  const chain = sampled.chain()
  const polynomials = observed.map((one) => polynomialOf(one, sampled))
  const entries = polynomials.flatMap(flatten).map((h) => corrected(h, potentialOf(chain, h), chain))
  const coordinates = [...new Set(chain.closure(entries.flatMap(({ h }) => [...h.keys()]))
    .flatMap((m) => [...chain.space.atoms.factors(m)]))]
  const starts = startsOf(chain, coordinates)
  const { steps, covariances } = bestLength(chain, entries, starts, unitsOf(polynomials, entries), wanted)
  const ends = entries.map(({ end }) => end)
  let place = 0
  return {
    ...chunksOf(runSamples(sampled, starts, { observed, ends, steps, samples: SAMPLES_PER_CHUNK }, address)),
    places: polynomials.map((p) => mapValue(p, () => place++)),
    replicasPerChunk: SAMPLES_PER_CHUNK,
    design: steps > 1 ? 'short runs with their potential' : 'one step with its potential',
    bias: { value: 0, origin: 'none' },
    covariances,
    variances: covariances.map((row, i) => row[i]!),
    stepsPerSample: starts.length * replicasPerSample * (steps + START),
  }
}

/** E z +- sqrt(n lambda_k) u_k over the n principal axes: their mean is E z and their covariance Cov z. */
function startsOf({ space: { atoms }, moments }: Chain<number>, coordinates: readonly number[]): State[] {
  const of = (...factors: number[]): number => atoms.of(factors)
  const known = moments(coordinates.flatMap((a) => [of(a), ...coordinates.map((b) => of(a, b))]))
  const mean = coordinates.map((a) => known.get(of(a))!)
  const covariance = coordinates.map((a, i) => coordinates.map((b, j) => known.get(of(a, b))! - mean[i]! * mean[j]!))
  const { values, vectors } = symmetricEigen(covariance)
  const axes = values.map((_, k) => k).filter((k) => values[k]! > 1e-12 * values.at(-1)!)
  if (!axes.length) return [new Map(coordinates.map((a, i) => [a, mean[i]!]))]
  return axes.flatMap((k) => [1, -1].map((side) => new Map(coordinates.map((a, i) =>
    [a, mean[i]! + side * Math.sqrt(axes.length * values[k]!) * vectors[i]![k]!]))))
}

/** Units of the entries, in reading order, from their exact means. */
function unitsOf(polynomials: readonly Value<Polynomial<number>>[], entries: readonly Corrected[]): number[] {
  let place = 0
  return polynomials.flatMap((p) => entryUnits(mapValue(p, () => entries[place++]!.mean)).flat())
}

/** The length at which a true claim takes the fewest steps, and the covariances of a sample there. */
function bestLength(
  chain: Chain<number>, entries: readonly Corrected[], starts: readonly State[], units: readonly number[],
  { precision, alphaVerify }: Wanted,
): { steps: number; covariances: number[][] } {
  const moment = (m: number): number => starts.reduce((sum, s) => sum + productAt(s, m, chain), 0) / starts.length
  const lengths = Array.from({ length: Math.log2(LONGEST) + 1 }, (_, i) => 2 ** i)
  const share = starts.length * replicasPerSample
  const tried = runCovariances(chain, entries, moment, lengths).map((covariances, i) => {
    const cv2 = Math.max(1e-12, ...units.map((unit, e) => (unit > 0 ? covariances[e]![e]! / share / unit ** 2 : 0)))
    const cost = (lengths[i]! + START) * Math.max(LEAST_SAMPLES, samplesToVerify(precision, alphaVerify, { cv2 }))
    return { steps: lengths[i]!, covariances: covariances.map((row) => row.map((x) => x / share)), cost }
  })
  return tried.reduce((best, one) => (one.cost < best.cost ? one : best))
}
