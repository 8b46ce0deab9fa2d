/**
 * One Euler step of an Ito equation over polynomials, x' = x + a dt + nu, exactly: the increments nu of the noise are
 * Gaussian given x, so products of them have means by Isserlis (1918) from E[nu nu' | x] = B B' dt, in which no root
 * is left.
 */
import { refuse } from '../../symbolic/errors.js'
import { accumulate, type Polynomial } from '../../symbolic/rings/polynomial.js'
import { mapValue, scalarOf } from '../../symbolic/value.js'
import { timeStep } from '../discretised.js'
import { standardNormal } from '../laws/gaussian.js'
import type { Law } from '../laws/law.js'
import type { Inline } from '../lines.js'
import type { NoiseAtom, StateAtom } from '../moments/atoms.js'
import type { Operator } from '../moments/operator.js'
import { atomValue, type Space } from '../moments/space.js'
import { stateAt } from '../moments/state.js'
import type { Step } from '../moments/step.js'
import type { Diffusion } from '../text.js'
import { fieldsOf, type Fields } from './fields.js'

/** The step, and T f = E[f(x') | x]. @throws StatementError NOT_CLOSED for coefficients that are no polynomials */
export function eulerStep<T>(
  process: Diffusion, space: Space<T>, inline?: Inline,
): { step: Step<T>; operator: Operator<T> } {
  const { polynomials, atoms } = space
  const fields = fieldsOf(process, space, inline)
  const dt = scalarOf(space.parameters.get(timeStep)!)
  const law = incrementLaw(fields)
  const moved = [...stateAt(process, space)].map(([name, here]) => {
    const noise = atomValue(space, name, process.state[name]!, (at, index): NoiseAtom =>
      ({ kind: 'noise', symbol: name, index, name: `dW_${at}`, law }))
    return [name, mapValue(here, (p, i, j) => {
      const drift = fields.drift.get(atoms.factors([...p.keys()][0]!)[0]!)!
      return polynomials.add(polynomials.add(p, polynomials.mul(dt, drift)), noise.entries[i]![j]!)
    })] as const
  })
  const step: Step<T> = { next: new Map(moved), locals: new Map(), calls: new Map() }
  return { step, operator: operatorOver(space, step, incrementMoments(space, fields, dt)) }
}

type MeanOf<T> = (increments: readonly number[]) => Polynomial<T>

/** Given the state the increments are Gaussian; the state itself only where their covariance is the same everywhere. */
function incrementLaw<T>({ drift, covariance }: Fields<T>): Law {
  const all = [...drift.keys()]
  const isConstant = all.every((a) => all.every((b) => [...covariance(a, b).keys()].every((m) => m === 0)))
  return { ...standardNormal, isGaussian: isConstant }
}

/** E of a product of increments given the state: the sum over their pairings of products of covariances. */
function incrementMoments<T>({ atoms, polynomials }: Space<T>, fields: Fields<T>, dt: Polynomial<T>): MeanOf<T> {
  const coordinates = new Map([...fields.drift.keys()].map((a) => [keyOf(atoms.list[a] as StateAtom), a]))
  const covariance = (a: number, b: number): Polynomial<T> => {
    const [x, y] = [a, b].map((nu) => coordinates.get(keyOf(atoms.list[nu] as NoiseAtom))!) as [number, number]
    return polynomials.mul(dt, fields.covariance(x, y))
  }
  const mean: MeanOf<T> = ([first, ...rest]) => (first === undefined ? polynomials.one
    : rest.reduce((sum, other, i) => {
      const pair = covariance(first, other)
      return polynomials.isZero(pair) ? sum : polynomials.add(sum, polynomials.mul(pair, mean(rest.toSpliced(i, 1))))
    }, polynomials.zero))
  return mean
}

const keyOf = ({ symbol, index }: StateAtom | NoiseAtom): string => `${symbol} ${index}`

function operatorOver<T>({ atoms, polynomials, ring }: Space<T>, { next }: Step<T>, mean: MeanOf<T>): Operator<T> {
  const expectOf = (p: Polynomial<T>): Polynomial<T> => {
    const result = new Map<number, T>()
    for (const [monomial, x] of p) {
      const [state, random] = atoms.split(monomial)
      for (const [m, y] of mean(atoms.factors(random))) {
        accumulate(result, atoms.product(state, m), ring.mul(x, y), ring)
      }
    }
    return result
  }
  const remembered = <V>(of: (monomial: number) => V): ((monomial: number) => V) => {
    const known = new Map<number, V>()
    return (m) => known.get(m) ?? known.set(m, of(m)).get(m)!
  }
  const raw = remembered((monomial) => atoms.factors(monomial).reduce((product, a) => {
    const { symbol, index } = atoms.list[a] as StateAtom
    return polynomials.mul(product, next.get(symbol)!.entries.flat()[index]!)
  }, polynomials.one))
  return {
    expect: expectOf,
    raw,
    next: remembered((monomial) => expectOf(raw(monomial))),
    moment: (random) => {
      const value = mean(atoms.factors(random))
      if ([...value.keys()].every((m) => m === 0)) return value.get(0) ?? ring.zero
      return refuse('NOT_AFFINE', 'the noise of a diffusion has other moments in every state')
    },
  }
}
