/**
 * The free algebra of matrix letters: formulas in matrices of any dimension D without coordinates. A term is a word
 * such as
 * K.w.w'.K times scalars: loops Tr(K.C) of letters, bilinear forms x'.A.w, and scalar letters. An entry stands for a
 * whole
 * matrix, so it holds for every D at once. Sample letters carry the number of the batch mean they stand in: x#1.
 */
import { refuse } from '../errors.js'
import type { Expression } from '../expression.js'
import { print } from '../print.js'
import type { Ring } from '../ring.js'
import { appended, canonicalLoop, isRow, renumbered, splitForms, turned, type Alphabet } from './words.js'

export interface Term<T> {
  readonly coefficient: T
  /** letters of the open word; a transposed letter ends in ' */
  readonly word: readonly string[]
  /** scalar factors: cyclic words without vectors, or v' M u */
  readonly loops: readonly (readonly string[])[]
  /** scalar letters, with repetition */
  readonly scalars: readonly string[]
  /** how many batch means are multiplied */
  readonly means: number
}

export type FreeElement<T> = ReadonlyMap<string, Term<T>>

export interface FreeAlgebra<T> extends Ring<FreeElement<T>> {
  /** a letter; its name may end in ' for the transposed one */
  letter(name: string): FreeElement<T>
  constant(x: T): FreeElement<T>
  /** the element of some terms, equal ones collected */
  sum(terms: Iterable<Term<T>>): FreeElement<T>
  /** the sample letters of an element put into one batch mean */
  mean(a: FreeElement<T>, isSample: (name: string) => boolean): FreeElement<T>
  transposed(a: FreeElement<T>): FreeElement<T>
  trace(a: FreeElement<T>): FreeElement<T>
}

/** The free algebra over an alphabet. */
export function freeAlgebra<T>(ring: Ring<T>, alphabet: Alphabet): FreeAlgebra<T> {
  const term = (coefficient: T, word: readonly string[] = []): Term<T> =>
    ({ coefficient, word, loops: [], scalars: [], means: 0 })
  const sum = (terms: Iterable<Term<T>>): FreeElement<T> => collect(terms, ring)
  const constant = (x: T): FreeElement<T> => sum([term(x)])
  const each = (a: FreeElement<T>, change: (t: Term<T>) => Term<T>): FreeElement<T> => sum([...a.values()].map(change))
  const neg = (a: FreeElement<T>): FreeElement<T> => each(a, (t) => ({ ...t, coefficient: ring.neg(t.coefficient) }))
  const letter = (name: string): FreeElement<T> =>
    sum([alphabet.isScalar(name) ? { ...term(ring.one), scalars: [name] } : term(ring.one, [name])])
  const mul = (a: FreeElement<T>, b: FreeElement<T>): FreeElement<T> =>
    sum([...a.values()].flatMap((s) => [...b.values()].map((t) => product(s, t, ring, alphabet))))
  return {
    name: `${ring.name}<letters>`,
    zero: new Map(),
    one: constant(ring.one),
    letter, constant, sum, neg, mul,
    fraction: (n, d) => constant(ring.fraction(n, d)),
    isZero: (a) => a.size === 0,
    add: (a, b) => sum([...a.values(), ...b.values()]),
    sub: (a, b) => sum([...a.values(), ...neg(b).values()]),
    div: (a, b, where) => {
      const divisor = constantOf(b, ring, where)
      return each(a, (t) => ({ ...t, coefficient: ring.div(t.coefficient, divisor, where) }))
    },
    inverse: (_, where) => refuse('NOT_A_WORD', `an inverse is no word, in "${print(where)}"`),
    mean: (a, isSample) => each(a, (t) => inMean(t, isSample)),
    transposed: (a) => each(a, (t) => ({ ...t, word: turned(t.word, alphabet) })),
    trace: (a) => each(a, (t) => traced(t, alphabet)),
  }
}

const keyOf = <T>({ word, loops, scalars }: Term<T>): string =>
  [word.join('.'), loops.map((l) => l.join('.')).sort().join(';'), [...scalars].sort().join(',')].join(' | ')

function collect<T>(terms: Iterable<Term<T>>, ring: Ring<T>): FreeElement<T> {
  const found = new Map<string, Term<T>>()
  for (const t of terms) {
    const key = keyOf(t)
    const old = found.get(key)
    const coefficient = old ? ring.add(old.coefficient, t.coefficient) : t.coefficient
    if (ring.isZero(coefficient)) found.delete(key)
    else found.set(key, { ...t, coefficient })
  }
  return found
}

function product<T>(s: Term<T>, t: Term<T>, ring: Ring<T>, alphabet: Alphabet): Term<T> {
  const later = (letters: readonly string[]): string[] => letters.map((l) => renumbered(l, s.means))
  const { word, forms } = splitForms([...s.word, ...later(t.word)], alphabet)
  return {
    coefficient: ring.mul(s.coefficient, t.coefficient),
    word,
    loops: [...s.loops, ...t.loops.map(later), ...forms].map((loop) => canonicalLoop(loop, alphabet)),
    scalars: [...s.scalars, ...later(t.scalars)],
    means: s.means + t.means,
  }
}

function traced<T>(t: Term<T>, alphabet: Alphabet): Term<T> {
  // the trace of M v u' N is the form u' N M v
  const cut = t.word.findIndex((l) => isRow(l, alphabet))
  const loop = cut < 0 ? t.word : [...t.word.slice(cut), ...t.word.slice(0, cut)]
  return { ...t, word: [], loops: [...t.loops, canonicalLoop(loop, alphabet)] }
}

function inMean<T>(t: Term<T>, isSample: (name: string) => boolean): Term<T> {
  const number = t.means + 1
  const numbered = (letters: readonly string[]): string[] => letters.map((l) => appended(l, number, isSample))
  const inside = { ...t, word: numbered(t.word), loops: t.loops.map(numbered), scalars: numbered(t.scalars) }
  return keyOf(inside) === keyOf(t) ? t : { ...inside, means: number }
}

function constantOf<T>(a: FreeElement<T>, ring: Ring<T>, where?: Expression): T {
  const [only, ...others] = a.values()
  if (!only) return ring.zero
  const plain = !others.length && !only.word.length && !only.loops.length && !only.scalars.length
  return plain ? only.coefficient
    : refuse('NOT_A_WORD', `division by a formula in letters${where ? `, in "${print(where)}"` : ''}`)
}
