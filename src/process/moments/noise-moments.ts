/**
 * E of a monomial in step noises and batch means. For r means over S samples, with u = 1/S,
 *   E[M_1 ... M_r] = sum over set partitions into k blocks of u^(r-k) (1-u)(1-2u)...(1-(k-1)u) * E over k distinct
 * samples,
 * a polynomial in u of degree r - 1, so that S stays symbolic.
 */
import { refuse } from '../../symbolic/errors.js'
import type { Ring } from '../../symbolic/ring.js'
import type { MomentPoint } from '../laws/law.js'
import type { Atom, Atoms, MeanAtom, NoiseAtom } from './atoms.js'
import { drawMoment, independentMoment } from './draw-moment.js'
import { forEachPartition } from './partitions.js'
import { populationMoment } from './population.js'

/** E of a random monomial, remembered. `inverseSize` is 1/S, asked for only where a mean occurs. */
export function noiseMoments<T>(atoms: Atoms, at: MomentPoint<T>, inverseSize: () => T): (monomial: number) => T {
  const known = new Map<number, T>([[0, at.ring.one]])
  return (monomial) => {
    const factors = (): Atom[] => atoms.factors(monomial).map((a) => atoms.list[a]!)
    if (!known.has(monomial)) known.set(monomial, momentOf(factors(), at, inverseSize))
    return known.get(monomial)!
  }
}

function momentOf<T>(factors: readonly Atom[], at: MomentPoint<T>, inverseSize: () => T): T {
  const stray = factors.find((a) => a.kind === 'sample')
  if (stray) refuse('SAMPLE_OUTSIDE_MEAN', `the sample noise ${stray.name} is used outside mean()`)
  const step = drawMoment(factors.filter((a): a is NoiseAtom => a.kind === 'noise'), at)
  const means = factors.filter((a): a is MeanAtom => a.kind === 'mean')
  return means.length === 0 || at.ring.isZero(step) ? step : at.ring.mul(step, batchMoment(means, at, inverseSize()))
}

function batchMoment<T>(means: readonly MeanAtom[], at: MomentPoint<T>, u: T): T {
  const { ring } = at
  let total = ring.zero
  forEachPartition(means, (blocks) => {
    const samples = blocks.map((block) => block.flatMap((mean) => mean.of))
    const e = samplesMoment(samples, at)
    if (!ring.isZero(e)) total = ring.add(total, ring.mul(e, coincidence(means.length, blocks.length, u, ring)))
  })
  return total
}

/** The probability that r samples, drawn one for each factor, fall into k given blocks. */
export function coincidence<T>(r: number, k: number, u: T, ring: Ring<T>): T {
  let weight = ring.one
  for (let j = 1; j < k; j++) weight = ring.mul(weight, ring.sub(ring.one, ring.mul(ring.fraction(BigInt(j), 1n), u)))
  for (let j = k; j < r; j++) weight = ring.mul(weight, u)
  return weight
}

/** E of a product over distinct samples. */
function samplesMoment<T>(samples: readonly (readonly NoiseAtom[])[], at: MomentPoint<T>): T {
  let e = at.ring.one
  for (const sample of samples) {
    e = at.ring.mul(e, independentMoment(sample, at))
    if (at.ring.isZero(e)) return e
  }
  const rows = samples.map((sample) => sample.filter((a) => a.law.rows)).filter((sample) => sample.length > 0)
  return rows.length ? at.ring.mul(e, populationMoment(rows, at)) : e
}
