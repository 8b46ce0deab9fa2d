/**
 * How far a mean and second moments are from their limits, relative to the limiting covariance in every direction at
 * once:
 * the largest of |F^-1 (P_t - P) F^-T|, |F^-1 (S_t - S) F^-T| (Frobenius) and |F^-1 (m_t - m)|^2, with S = F F'.
 */
import { cholesky } from '../laws/cholesky.js'
import { refuse } from '../../symbolic/errors.js'

export interface Second {
  readonly mean: readonly number[]
  readonly second: readonly (readonly number[])[]
}

/** @throws StatementError UNSTABLE where the limit is no covariance */
export function whitenedDeviation(limit: Second): (at: Second) => number {
  const covariance = covarianceOf(limit)
  if (covariance.some((row, i) => row[i]! < -1e-9 * Math.abs(limit.second[i]![i]!))) {
    refuse('UNSTABLE', 'the fixed point of the second moments is no covariance: the process is not stable there')
  }
  const factor = cholesky(covariance)
  const whiten = (m: readonly (readonly number[])[]): number[][] => {
    const half = m[0]!.map((_, j) => forward(factor, m.map((row) => row[j]!)))
    return half[0]!.map((_, i) => forward(factor, half.map((column) => column[i]!)))
  }
  return (at) => Math.max(
    frobenius(whiten(minus(at.second, limit.second))),
    frobenius(whiten(minus(covarianceOf(at), covariance))),
    frobenius([forward(factor, at.mean.map((x, i) => x - limit.mean[i]!))]) ** 2,
  )
}

const covarianceOf = ({ mean, second }: Second): number[][] =>
  second.map((row, i) => row.map((x, j) => x - mean[i]! * mean[j]!))

const minus = (a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] =>
  a.map((row, i) => row.map((x, j) => x - b[i]![j]!))

const frobenius = (m: readonly (readonly number[])[]): number => Math.sqrt(m.flat().reduce((s, x) => s + x * x, 0))

/** F^-1 b by forward substitution; directions without variance are left out. */
function forward(f: readonly (readonly number[])[], b: readonly number[]): number[] {
  const x: number[] = []
  b.forEach((bi, i) => {
    const known = x.reduce((sum, xj, j) => sum + f[i]![j]! * xj, 0)
    x.push(f[i]![i]! > 0 ? (bi - known) / f[i]![i]! : 0)
  })
  return x
}
