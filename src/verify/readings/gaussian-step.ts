/**
 * The step of a scalar state of a recurrence as numbers: its mean and deviation given the state, and given one of its
 * normal noises where that is needed to make it Gaussian, as in w <- w - eta x (x w - eps) given x.
 */
import type { GaussianChain } from '../../numeric/exit-time.js'
import { partBehind } from '../../process/part-behind.js'
import { expand, type Chain } from '../../process/moments/chain.js'
import { hasGaussianStep } from '../../process/moments/is-gaussian.js'
import { withConstants } from '../../process/moments/space.js'
import type { StateAtom } from '../../process/moments/atoms.js'
import type { Recurrence } from '../../process/text.js'
import { refuse } from '../../symbolic/errors.js'
import { evaluate } from '../../symbolic/evaluate.js'
import { call, symbol } from '../../symbolic/expression.js'
import { parseFormula } from '../../symbolic/parse.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import { scalarOf } from '../../symbolic/value.js'
import { withDefinitions } from '../../theorem/definitions.js'
import type { Base } from '../algebra.js'
import { inlined } from '../inlined.js'
import { recurrenceOf } from '../process-of.js'

/** @throws StatementError NOT_GAUSSIAN where no one noise, held fixed, makes the step affine in Gaussian noise */
export function gaussianStep(state: string, base: Base<number>): GaussianChain {
  const process = partBehind(recurrenceOf(base.compiled), [state], inlined(base.compiled.where))
  const plain = stepGiven(null, state, process, base)
  if (plain) return plain
  for (const [noise, law] of Object.entries(process.noise ?? {})) {
    const mixed = law.isGaussian && !law.isVector ? stepGiven(noise, state, process, base) : null
    if (mixed) return mixed
  }
  return refuse('NOT_GAUSSIAN',
    `the step of "${state}" must be affine with Gaussian noise, once one of its normal noises is held fixed`)
}

/** The step with a noise held fixed, a state that does not move; null where it is not Gaussian. */
function stepGiven(noise: string | null, state: string, process: Recurrence, base: Base<number>): GaussianChain | null {
  const chain = chainOf(noise === null ? process : held(noise, process), base)
  if (!hasGaussianStep(chain, chain.states[Object.keys(process.state).indexOf(state)]!)) return null
  const [mean, variance] = ['E', 'Cov'].map((name) =>
    asFunction(scalarOf(chain.conditional(call(name, symbol(state)))), chain, state, noise))
  const scale = noise === null ? 0 : deviationOf(noise, process, base)
  return {
    mean: (x, z) => mean!(x, scale * z),
    deviation: (x, z) => Math.sqrt(Math.max(0, variance!(x, scale * z))),
    mixed: noise !== null,
  }
}

function held(name: string, process: Recurrence): Recurrence {
  const { [name]: _, ...noise } = process.noise!
  return { ...process, state: { ...process.state, [name]: 'scalar' }, noise }
}

const chainOf = (process: Recurrence, { compiled, given, ring, dimension }: Base<number>): Chain<number> =>
  expand(process, {
    dimension, ring, inline: inlined(compiled.where),
    values: withDefinitions(withConstants(given, dimension, ring), compiled.where, ring),
  })

/** @throws StatementError for a state that moves with another one */
function asFunction(
  p: Polynomial<number>, { space: { atoms } }: Chain<number>, state: string, noise: string | null,
): (x: number, z: number) => number {
  const terms = [...p].map(([monomial, coefficient]) => {
    const names = atoms.factors(monomial).map((a) => (atoms.list[a] as StateAtom).symbol)
    const count = (name: string | null): number => names.filter((n) => n === name).length
    if (count(state) + count(noise) < names.length) refuse('NOT_GAUSSIAN', `"${state}" moves with another state`)
    return { coefficient, inState: count(state), inNoise: count(noise) }
  })
  return (x, z) => terms.reduce((sum, t) => sum + t.coefficient * x ** t.inState * z ** t.inNoise, 0)
}

function deviationOf(noise: string, process: Recurrence, { compiled, given, ring, dimension }: Base<number>): number {
  const values = withDefinitions(withConstants(given, dimension, ring), compiled.where, ring)
  const second = process.noise![noise]!.moment(2)
  return Math.sqrt(scalarOf(evaluate(inlined(compiled.where)(parseFormula(second!)), values, ring)))
}
