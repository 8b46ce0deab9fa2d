/**
 * Mean-square stability of an Ito equation whose drift and noise are affine in the state, exactly: E|s|^2 converges
 * from every start if and only if the quadratic form q with L q = -|s|^2 + lower degrees is positive definite
 * (Khasminskii 2012, chapter 6; L is the generator).
 */
import { refuse } from '../../symbolic/errors.js'
import { SingularMatrix, solveLinear } from '../../symbolic/linear.js'
import { Q, rational, type Rational } from '../../symbolic/rings/rational.js'
import type { DiffusionMoments } from '../ito/diffusion-moments.js'
import type { Stability } from './certify.js'
import { monomialsOfDegree } from './homogeneous.js'
import { isPositiveDefinite } from './positive-definite.js'

/** Decides stability at an exact point. @throws StatementError NOT_AFFINE */
export function certifyDiffusion(chain: DiffusionMoments<Rational>): Stability {
  const { space: { atoms }, system, states } = chain
  const forms = monomialsOfDegree(chain, states.flatMap(atoms.factors), 2)
  for (const m of [...states, ...forms]) {
    if ([...system.flow(m).keys()].some((other) => atoms.degree(other) > atoms.degree(m))) {
      refuse('NOT_AFFINE', `stability is decided for affine equations, and that of ${atoms.text(m)} is not`)
    }
  }
  try {
    const matrix = forms.map((n) => forms.map((m) => system.flow(m).get(n) ?? Q.zero))
    const square = forms.map((m) => [rational(new Set(atoms.factors(m)).size === 1 ? -1 : 0)])
    return isPositiveDefinite(gram(chain, forms, solveLinear(matrix, square, Q).flat())) ? 'stable' : 'unstable'
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
