/**
 * Count, mean and scatter (sum of (w - mean)(w - mean)') of a block of samples, and how blocks merge
 * (Chan, Golub & LeVeque 1983). Floating point does not commute, so blocks are always merged in the order of their
 * numbers: any number of workers gives the same bits.
 */
import { NumericalError } from '../numeric/errors.js'

/** Plain data about n samples of D numbers each. */
export interface Moments {
  readonly n: number
  readonly mean: readonly number[]
  /** D x D */
  readonly scatter: readonly (readonly number[])[]
}

/** The moments of samples stored one after another, D numbers each. Throws `matrix-size` for a broken sample. */
export function momentsOf(values: Float64Array, dimension: number): Moments {
  const n = values.length / dimension
  if (!Number.isInteger(n) || n === 0) {
    throw new NumericalError('matrix-size',
      `${values.length} numbers are no positive number of samples of ${dimension}`)
  }
  const mean = Array.from({ length: dimension }, (_, i) => {
    let sum = 0
    for (let k = i; k < values.length; k += dimension) sum += values[k]!
    return sum / n
  })
  const scatter = mean.map((a, i) => mean.map((b, j) => {
    let sum = 0
    for (let k = 0; k < values.length; k += dimension) sum += (values[k + i]! - a) * (values[k + j]! - b)
    return sum
  }))
  return { n, mean, scatter }
}

/** The moments of both blocks together; the order of the two matters in the last bits. */
export function mergeMoments(a: Moments, b: Moments): Moments {
  const n = a.n + b.n
  const gap = a.mean.map((x, i) => b.mean[i]! - x)
  return {
    n,
    mean: a.mean.map((x, i) => x + gap[i]! * b.n / n),
    scatter: a.scatter.map((row, i) => row.map((x, j) => x + b.scatter[i]![j]! + gap[i]! * gap[j]! * a.n * b.n / n)),
  }
}

/** Sum of (w - origin)(w - origin)', what a covariance check of known mean takes; the origin defaults to zero. */
export function sumAbout({ n, mean, scatter }: Moments, origin: readonly number[] = mean.map(() => 0)): number[][] {
  const gap = mean.map((x, i) => x - origin[i]!)
  return scatter.map((row, i) => row.map((x, j) => x + n * gap[i]! * gap[j]!))
}

/** Scatter / n: the covariance of the sample itself. */
export function sampleCovariance({ n, scatter }: Moments): number[][] {
  return scatter.map(row => row.map(x => x / n))
}

export interface BlockMerge {
  /** Takes block `index` = 0, 1, ... in any order of arrival. Throws `block` for a number seen before. */
  accept(index: number, block: Moments): void
  /** blocks 0 .. count - 1 that are merged; later ones wait for the gap to close */
  count(): number
  merged(): Moments | null
}

/** Merges blocks in the order of their numbers, whatever the order in which workers finish. */
export function createBlockMerge(): BlockMerge {
  const waiting = new Map<number, Moments>()
  let total: Moments | null = null
  let next = 0
  return {
    accept(index, block) {
      if (index < next || waiting.has(index)) throw new NumericalError('block', `block ${index} was counted before`)
      waiting.set(index, block)
      for (let ready = waiting.get(next); ready; ready = waiting.get(next)) {
        total = total ? mergeMoments(total, ready) : ready
        waiting.delete(next++)
      }
    },
    count: () => next,
    merged: () => total,
  }
}
