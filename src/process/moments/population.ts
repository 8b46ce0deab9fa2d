/**
 * E of a product over k distinct samples that are rows of a data set of N rows. With replacement the samples are
 * independent; without, the sum over distinct rows is a Moebius sum over partitions of the samples, divided by
 * N(N-1)...(N-k+1).
 */
import { refuse } from '../../symbolic/errors.js'
import type { MomentPoint } from '../laws/law.js'
import type { NoiseAtom } from './atoms.js'
import { forEachPartition } from './partitions.js'

/** The joint moment of data rows in k distinct places of a batch; every block is nonempty. */
export function populationMoment<T>(samples: readonly (readonly NoiseAtom[])[], at: MomentPoint<T>): T {
  const { ring } = at
  const size = rowsOf(samples.flat(), at)
  if (samples[0]![0]!.law.rows!.replacement) {
    const n = ring.fraction(BigInt(size), 1n)
    return samples.reduce((e, sample) => ring.mul(e, ring.div(rowSum(sample, size, at), n)), ring.one)
  }
  let total = ring.zero
  forEachPartition(samples, (cells) => {
    const term = cells.reduce((t, cell) => ring.mul(t, signedSum(cell, size, at)), ring.one)
    total = ring.add(total, term)
  })
  return samples.reduce((e, _, k) => ring.div(e, ring.fraction(BigInt(size - k), 1n)), total)
}

/** (-1)^(c-1) (c-1)! sum over rows of the product of a cell of c samples. */
function signedSum<T>(cell: readonly (readonly NoiseAtom[])[], size: number, at: MomentPoint<T>): T {
  let sign = 1n
  for (let j = 1; j < cell.length; j++) sign *= -BigInt(j)
  return at.ring.mul(at.ring.fraction(sign, 1n), rowSum(cell.flat(), size, at))
}

function rowSum<T>(product: readonly NoiseAtom[], size: number, at: MomentPoint<T>): T {
  const { ring } = at
  let total = ring.zero
  for (let n = 0; n < size; n++) {
    const entry = (a: NoiseAtom): T => at.value(a.law.rows!.data).entries[n]![a.index]!
    total = ring.add(total, product.reduce((p, a) => ring.mul(p, entry(a)), ring.one))
  }
  return total
}

function rowsOf<T>(product: readonly NoiseAtom[], at: MomentPoint<T>): number {
  const sizes = new Set(product.map((a) => at.value(a.law.rows!.data).entries.length))
  if (sizes.size > 1) {
    refuse('DATA_SIZE', `data sets of one sample have ${[...sizes].join(' and ')} rows; they must agree`)
  }
  return [...sizes][0]!
}
