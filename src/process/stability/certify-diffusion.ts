/**
 * Mean-square stability of an Ito equation whose drift is affine and whose covariance rate is quadratic in the state,
 * exactly: E|s|^2 converges from every start if and only if the quadratic form q with L q = -|s|^2 + lower degrees is
 * positive definite (Khasminskii 2012, chapter 6; L is the generator). In one dimension the same holds of every even
 * degree.
 */
import { refuse } from '../../symbolic/errors.js'
import { SingularMatrix, solveLinear } from '../../symbolic/linear.js'
import { Q, rational, signOf, type Rational } from '../../symbolic/rings/rational.js'
import type { DiffusionMoments } from '../ito/diffusion-moments.js'
import type { Stability } from './certify.js'
import { monomialsOfDegree } from './homogeneous.js'
import { isPositiveDefinite } from './positive-definite.js'

/** Decides stability at an exact point. @throws StatementError NOT_AFFINE; DEGREE above 2 in several dimensions */
export function certifyDiffusion(chain: DiffusionMoments<Rational>, degree = 2): Stability {
  const { space: { atoms }, system, states } = chain
  if (degree > 2 && states.length > 1) {
    refuse('DEGREE',
      `moments of degree ${degree} of an Ito equation are decided in one dimension, not in ${states.length}`)
  }
  const forms = monomialsOfDegree(chain, states.flatMap(atoms.factors), degree)
  for (const m of [...states, ...forms]) {
    if ([...system.flow(m).keys()].some((other) => atoms.degree(other) > atoms.degree(m))) {
      refuse('NOT_AFFINE', `stability is decided for affine equations, and that of ${atoms.text(m)} is not`)
    }
  }
  try {
    const matrix = forms.map((n) => forms.map((m) => system.flow(m).get(n) ?? Q.zero))
    const square = forms.map((m) => [rational(new Set(atoms.factors(m)).size === 1 ? -1 : 0)])
    const form = solveLinear(matrix, square, Q).flat()
    const isPositive = states.length > 1 ? isPositiveDefinite(gram(chain, forms, form)) : signOf(form[0]!) > 0
    return isPositive ? 'stable' : 'unstable'
  } catch (error) {
    if (error instanceof SingularMatrix) return 'edge'
    throw error
  }
}

/** The symmetric matrix of a quadratic form. */
function gram(
  { space: { atoms }, states }: DiffusionMoments<Rational>, forms: readonly number[], q: readonly Rational[],
): Rational[][] {
  const coefficient = (a: number, b: number): Rational => q[forms.indexOf(atoms.product(a, b))]!
  return states.map((a) => states.map((b) =>
    (a === b ? coefficient(a, b) : Q.div(coefficient(a, b), rational(2)))))
}
