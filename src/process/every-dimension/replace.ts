/** Letters of a word replaced by elements, such as the covariance of a noise by its formula. */
import type { FreeAlgebra, FreeElement } from '../../symbolic/rings/free-algebra.js'

/** Replaces letters in words and loops; names in `table` are symmetric letters. */
export function replaced<T>(
  a: FreeElement<T>, table: ReadonlyMap<string, FreeElement<T>>, algebra: FreeAlgebra<T>,
): FreeElement<T> {
  if (!table.size) return a
  const of = (letters: readonly string[]): FreeElement<T> =>
    letters.reduce((product, l) => algebra.mul(product, table.get(l) ?? algebra.letter(l)), algebra.one)
  return [...a.values()].map((t) => {
    const scalars = t.loops.map((loop) => algebra.trace(of(loop)))
    const rest = algebra.sum([{ ...t, word: [], loops: [] }])
    return [...scalars, of(t.word)].reduce(algebra.mul, rest)
  }).reduce(algebra.add, algebra.zero)
}
