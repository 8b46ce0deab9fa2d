/** State symbols as atoms: now, or some steps ago. */
import type { Environment } from '../../symbolic/evaluate.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import type { Process } from '../text.js'
import type { Atoms, StateAtom } from './atoms.js'
import { atomValue, type Space } from './space.js'

/** The state `age` steps ago, symbol by symbol. */
export function stateAt<T>(process: Process, space: Space<T>, age = 0): Environment<Polynomial<T>> {
  return new Map(Object.entries(process.state).map(([symbol, shape]) => [
    symbol,
    atomValue(space, symbol, shape, (present, index) => stateAtom({ symbol, index, present }, age)),
  ]))
}

/** The monomials of the coordinates of the state, in the order of the text. */
export const stateMonomials = <T>(process: Process, space: Space<T>): number[] =>
  [...stateAt(process, space).values()].flatMap((v) => v.entries.flat()).map((p) => [...p.keys()][0]!)

/** The monomial of a past coordinate, one step later. */
export function youngerAtom(atoms: Atoms, a: number): number {
  const atom = atoms.list[a] as StateAtom
  return atoms.atom(stateAtom(atom, atom.age - 1))
}

type Place = Pick<StateAtom, 'symbol' | 'index' | 'present'>

const stateAtom = ({ symbol, index, present }: Place, age: number): StateAtom =>
  ({ kind: 'state', symbol, index, present, age, name: aged(present, age) })

const aged = (name: string, age: number): string =>
  (age === 0 ? name : age === 1 ? `prev(${name})` : `prev(${name}, ${age})`)
