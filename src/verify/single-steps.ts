/**
 * Stationary means where stationary samples have no variance: single steps from known states. With the potential f of a
 * quantity h, E[f(next)] - f(s) + h(s) is its stationary mean from every state s; one step from s has as many moments
 * as the noise, and Var f(next) is known exactly. The states s, two for each principal axis of the stationary
 * covariance, have its mean and covariance, so a wrong step shows as it would in a stationary sample.
 */
import { symmetricEigen } from '../numeric/matrix.js'
import { average } from '../process/moments/measure.js'
import { potentialOf } from '../process/moments/potential.js'
import type { Moments } from '../process/moments/stationary.js'
import type { Chain } from '../process/moments/chain.js'
import { replicasPerBlock } from '../simulation/trajectories.js'
import type { StreamAddress } from '../simulation/streams.js'
import type { Polynomial } from '../symbolic/rings/polynomial.js'
import { mapValue } from '../symbolic/value.js'
import { flatten } from './affine.js'
import type { Base } from './algebra.js'
import { asSampled } from './as-sampled.js'
import { chunksOf } from './chunks.js'
import { polynomialOf, type Observed } from './observed.js'
import { potentialSamples, type Sampled, type State } from './potential-samples.js'
import type { Recording } from './recording.js'

/** Samples of a chunk; each is the mean of a block of replicas from every start. */
const SAMPLES_PER_CHUNK = 256

/** One entry of an observable: the mean of `potential` after a step, plus `offset`, is that of the entry. */
interface Estimator extends Sampled {
  /** of one sample, exactly */
  readonly variance: number
}

/**
 * Opens the recording; nothing runs yet. @throws StatementError where an observable is no polynomial in the present
 * state, or a moment that its variance needs is infinite or not stated
 */
export function singleSteps(base: Base<number>, observed: readonly Observed[], address: StreamAddress): Recording {
  const sampled = asSampled(base)
  const chain = sampled.chain()
  const polynomials = observed.map((one) => polynomialOf(one, sampled))
  const coordinates = [...new Set(chain.closure(polynomials.flatMap((p) => flatten(p).flatMap((x) => [...x.keys()])))
    .flatMap((m) => [...chain.space.atoms.factors(m)]))]
  const starts = startsOf(chain, coordinates)
  const estimators = polynomials.flatMap((p) => flatten(p).map((h) => estimatorOf(h, starts, chain)))
  let place = 0
  return {
    ...chunksOf(potentialSamples(sampled, starts, estimators, address, SAMPLES_PER_CHUNK)),
    places: polynomials.map((p) => mapValue(p, () => place++)),
    replicasPerChunk: SAMPLES_PER_CHUNK,
    design: 'one step with its potential',
    bias: { value: 0, origin: 'none' },
    variances: estimators.map(({ variance }) => variance),
    stepsPerSample: starts.length * replicasPerBlock,
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

/** f, the mean of h - f over the starts, and the exact variance of a sample. */
function estimatorOf(h: Polynomial<number>, starts: readonly State[], chain: Chain<number>): Estimator {
  const { polynomials } = chain.space
  const potential = potentialOf(chain, h)
  const next = afterStep(potential, chain)
  const square = afterStep(polynomials.mul(potential, potential), chain)
  const gap = polynomials.sub(h, potential)
  const mean = (of: (s: State) => number): number => starts.reduce((sum, s) => sum + of(s), 0) / starts.length
  const at = (p: Polynomial<number>, s: State): number => valueAt(p, s, chain)
  const variance = mean((s) => Math.max(0, at(square, s) - at(next, s) ** 2)) / (starts.length * replicasPerBlock)
  return { potential, offset: mean((s) => at(gap, s)), variance }
}

/** T p, as a polynomial in the state before the step. */
function afterStep(p: Polynomial<number>, { next, space: { polynomials } }: Chain<number>): Polynomial<number> {
  return [...p]
    .reduce((sum, [m, x]) => polynomials.add(sum, polynomials.mul(polynomials.constant(x), next(m))), polynomials.zero)
}

function valueAt(p: Polynomial<number>, state: State, { space: { atoms, ring } }: Chain<number>): number {
  const product = (m: number): number => atoms.factors(m).reduce((x, a) => x * (state.get(a) ?? 0), 1)
  const moments: Moments<number> = new Map([...p.keys()].map((m) => [m, product(m)]))
  return average(p, moments, ring)
}
