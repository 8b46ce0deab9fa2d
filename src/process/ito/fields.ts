/** Drift and covariance rate of an Ito equation as polynomials in the coordinates of its state. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate } from '../../symbolic/evaluate.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import { isScalar, sameShape, scalarOf, shapeText, type Value } from '../../symbolic/value.js'
import type { Inline } from '../lines.js'
import type { StateAtom } from '../moments/atoms.js'
import type { Space } from '../moments/space.js'
import { stateAt, stateMonomials } from '../moments/state.js'
import type { Diffusion } from '../text.js'
import { coefficientsOf } from './coefficients.js'

export interface Fields<T> {
  /** by atom */
  readonly drift: ReadonlyMap<number, Polynomial<T>>
  /** B B' by pairs of atoms of one variable */
  readonly covariance: (a: number, b: number) => Polynomial<T>
}

/** @throws StatementError NOT_CLOSED for coefficients that are no polynomials in the state */
export function fieldsOf<T>(process: Diffusion, space: Space<T>, inline?: Inline): Fields<T> {
  const { atoms, polynomials } = space
  const env = new Map([...space.parameters, ...stateAt(process, space)])
  const read = (e: Parameters<typeof evaluate>[0]): Value<Polynomial<T>> => evaluate(e, env, polynomials)
  const coefficients = coefficientsOf(process, inline)
  const drifts = [...coefficients].flatMap(([name, { drift }]) =>
    fits(name, read(drift), env.get(name)!).entries.flat())
  const covariances = new Map([...coefficients].map(([name, { covariance }]) => [name, covariance && read(covariance)]))
  return {
    drift: new Map(stateMonomials(process, space).map((m, i) => [atoms.factors(m)[0]!, drifts[i]!])),
    covariance: (a, b) => {
      const [x, y] = [atoms.list[a] as StateAtom, atoms.list[b] as StateAtom]
      const c = x.symbol === y.symbol ? covariances.get(x.symbol) : null
      if (!c || (isScalar(c) && x.index !== y.index)) return polynomials.zero
      return isScalar(c) ? scalarOf(c) : c.entries[x.index]![y.index]!
    },
  }
}

function fits<T>(name: string, drift: Value<T>, state: Value<unknown>): Value<T> {
  return sameShape(drift, state as Value<T>) ? drift
    : refuse('SHAPE', `the drift of ${name} is ${shapeText(drift)}, and ${name} is ${shapeText(state)}`)
}
