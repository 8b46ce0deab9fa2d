/**
 * What polynomials of a process are made of: coordinates of the state, of the state some steps ago, of noise,
 * and means over the batch. A mean over the batch turns each product of sample noises into one atom of its own.
 */
import type { Law } from '../laws/law.js'
import type { MonomialTable } from '../../symbolic/rings/polynomial.js'
import { monomials, type Monomials } from './monomials.js'

interface Coordinate {
  readonly symbol: string
  readonly index: number
  readonly name: string
}
export type StateAtom = Coordinate & { readonly kind: 'state'; readonly age: number; readonly present: string }
export type NoiseAtom = Coordinate & { readonly kind: 'noise' | 'sample'; readonly law: Law }
/** the mean over the batch of a product of sample noises */
export interface MeanAtom {
  readonly kind: 'mean'
  readonly name: string
  /** the monomial that is averaged, and its factors */
  readonly product: number
  readonly of: readonly NoiseAtom[]
}
export type Atom = StateAtom | NoiseAtom | MeanAtom

export interface Atoms extends Monomials, MonomialTable {
  readonly list: readonly Atom[]
  /** the monomial of one atom, interned */
  atom(atom: Atom): number
  /** a monomial as (part in states) * (random part) */
  split(monomial: number): readonly [state: number, random: number]
  degree(monomial: number): number
}

/** A fresh table of atoms. */
export function atomTable(): Atoms {
  const table = monomials()
  const list: Atom[] = []
  const known = new Map<string, number>()
  const splits: (readonly [number, number])[] = []
  const isState = (a: number): boolean => list[a]!.kind === 'state'
  const splitting = (monomial: number): readonly [number, number] => {
    const factors = table.factors(monomial)
    return [table.of(factors.filter(isState)), table.of(factors.filter((a) => !isState(a)))]
  }
  return {
    ...table,
    list,
    atom: (atom) => {
      const key = keyOf(atom)
      if (!known.has(key)) known.set(key, table.of([list.push(atom) - 1]))
      return known.get(key)!
    },
    split: (monomial) => (splits[monomial] ??= splitting(monomial)),
    degree: (monomial) => table.factors(monomial).length,
    text: (monomial) => productText(table.factors(monomial).map((a) => list[a]!.name)),
  }
}

const keyOf = (atom: Atom): string => (atom.kind === 'mean' ? `${atom.product}`
  : [atom.kind, atom.symbol, atom.index, atom.kind === 'state' ? atom.age : 0].join())

/** w*w, w1*w2, w^4 */
export function productText(names: readonly string[]): string {
  const distinct = [...new Set(names)]
  const times = (name: string): number => names.filter((n) => n === name).length
  const power = (name: string): string =>
    (times(name) > 2 ? `${name}^${times(name)}` : Array(times(name)).fill(name).join('*'))
  return distinct.map(power).join('*') || '1'
}
