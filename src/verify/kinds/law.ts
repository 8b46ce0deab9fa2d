/**
 * A stationary law: an affine step with Gaussian noise keeps Gaussian laws Gaussian, so such a process has the
 * stationary law N(0, X) if and only if X is its covariance and its mean is zero, which is an identity of exact
 * moments.
 */
import { isGaussian } from '../../process/moments/is-gaussian.js'
import { refuse } from '../../symbolic/errors.js'
import { call, type Expression } from '../../symbolic/expression.js'
import type { LawSupport } from '../../theorem/support.js'
import type { Case } from '../case.js'
import { fieldBase } from '../field-points.js'
import type { Finding, Kind } from '../kind.js'
import { measuredIn } from '../solution.js'
import type { Variant } from '../variant.js'
import { kind as moments } from './moments.js'

const asMoments = { kind: 'moments' } as const

export const kind: Kind<LawSupport> = {
  async check(variant, _, at): Promise<Finding> {
    if (!isGaussianProcess(variant, at)) {
      return { verdict: 'undecided',
        how: 'the step is not affine with Gaussian noise, so its stationary law is not known to be normal' }
    }
    const covariance = await moments.check(variant, asMoments, at)
    return covariance.verdict === 'proved'
      ? { ...covariance,
        how: `an affine step with Gaussian noise has a Gaussian law; its covariance ${covariance.how}` }
      : covariance
  },
  async admits(variant, at) {
    const laws = measuredIn(variant, at).filter((name) => at.compiled.symbols.get(name)!.shape === 'law')
    if (!laws.length) refuse('NO_LAW', 'law() needs a symbol that is measured as Law(x)')
    if (!isGaussianProcess(variant, at)) refuse('NOT_GAUSSIAN', 'law() needs a step that is affine with Gaussian noise')
  },
  attack: (misprints, _, at) => moments.attack!(misprints, asMoments, at),
}

/** Is the state exactly Gaussian with mean zero, in two dimensions? */
function isGaussianProcess(variant: Variant, at: Case): boolean {
  const chain = fieldBase(at, variant.claim, 2, 0).chain()
  const laws = measuredIn(variant, at).map((name) => at.compiled.measure.get(name)!)
  const means = new Map(laws.map((law, k) => [`${k}`, call('E', stateOf(law))]))
  return isGaussian(chain)
    && [...chain.stationary(means).values()].every((v) => v.entries.every((row) => row.every((x) => x === 0n)))
}

/** The x of Law(x). */
const stateOf = (law: Expression): Expression => (law.kind === 'call' ? law.operands[0]! : law)
