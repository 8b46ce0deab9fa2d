/** What no covariance can be: not finite, not symmetric, or with a negative eigenvalue. Such claims need no samples. */
import { asymmetry, symmetricEigen } from '../numeric/matrix.js'
import type { Matrix } from '../numeric/matrix.js'

/** Rounding allowed to whoever evaluated the claim, relative to its largest entry or eigenvalue. */
const SYMMETRY = 1e-8
const EIGENVALUE = 1e-12

/** Why `claimed` is no covariance, or null. */
export function inadmissibleCovariance(claimed: Matrix): string | null {
  if (!claimed.flat().every(Number.isFinite)) return 'inadmissible claim: a covariance that is not finite'
  if (asymmetry(claimed) > SYMMETRY) return 'inadmissible claim: a covariance that is not symmetric'
  const { values } = symmetricEigen(claimed)
  const least = values[0]!
  const bad = least < -EIGENVALUE * Math.abs(values.at(-1)!)
  return bad ? `inadmissible claim: a covariance with eigenvalue ${least}` : null
}

/** Whether an admissible covariance is singular up to rounding: some direction is claimed not to vary. */
export function isSingular(claimed: Matrix): boolean {
  const { values } = symmetricEigen(claimed)
  return values[0]! <= EIGENVALUE * values.at(-1)!
}
