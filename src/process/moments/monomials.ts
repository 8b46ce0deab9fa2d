/** Monomials as interned sorted lists of atoms: equal monomials are equal integers; 0 is the empty product. */
export interface Monomials {
  /** the monomial that is the product of some atoms, in any order */
  of(atoms: readonly number[]): number
  product(a: number, b: number): number
  /** the atoms of a monomial, sorted, repeated for powers */
  factors(monomial: number): readonly number[]
}

const WIDE = 2 ** 26

/** A fresh table; its integers mean nothing in another table. */
export function monomials(): Monomials {
  const lists: (readonly number[])[] = [[]]
  const ids = new Map<string, number>([['', 0]])
  const products = new Map<number, number>()
  const of = (atoms: readonly number[]): number => {
    const sorted = [...atoms].sort((a, b) => a - b)
    const key = sorted.join()
    const known = ids.get(key)
    if (known !== undefined) return known
    ids.set(key, lists.length)
    return lists.push(sorted) - 1
  }
  const product = (a: number, b: number): number => {
    if (a === 0) return b
    if (b === 0) return a
    const key = a < b ? a * WIDE + b : b * WIDE + a
    const known = products.get(key)
    if (known !== undefined) return known
    const id = of([...lists[a]!, ...lists[b]!])
    products.set(key, id)
    return id
  }
  return { of, product, factors: (monomial) => lists[monomial]! }
}
