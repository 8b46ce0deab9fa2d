/**
 * Products of named factors f1^e1 f2^e2 ... as multisets of keys, with what a bound needs to know of each factor.
 * A factor's key is its residue at one point, so equal factors are found whatever their text.
 */
import { randomBelow, randomBits } from '../random.js'
import { primeField } from './prime-field.js'

export type Product = ReadonlyMap<string, number>
/** Degree, and log2 of the sum of the absolute values of the integer coefficients. */
export interface Extent {
  readonly degree: number
  readonly height: number
}

export const fingerprints = primeField((1n << 61n) - 1n)

export interface Factors {
  /** The residue of an indeterminate; the same for the same name. */
  residue(name: string): bigint
  /** Notes a factor by its residue and returns its key. */
  note(residue: bigint, extent: Extent): string
  /** Degree and height of a product. */
  extent(product: Product): Extent
}

/** A fresh table of factors and of the residues of named indeterminates. */
export function factorTable(): Factors {
  const random = randomBits('the point at which factors are told apart')
  const residues = new Map<string, bigint>()
  const extents = new Map<string, Extent>()
  return {
    residue: (name) => {
      if (!residues.has(name)) residues.set(name, randomBelow(fingerprints.p, random))
      return residues.get(name)!
    },
    note: (residue, extent) => {
      const known = extents.get(`${residue}`) ?? extent
      extents.set(`${residue}`, largest(known, extent))
      return `${residue}`
    },
    extent: (product) => {
      let [degree, height] = [0, 0]
      for (const [key, e] of product) {
        degree += e * extents.get(key)!.degree
        height += e * extents.get(key)!.height
      }
      return { degree, height }
    },
  }
}

export const largest = (a: Extent, b: Extent): Extent =>
  ({ degree: Math.max(a.degree, b.degree), height: Math.max(a.height, b.height) })

/** The least common multiple. */
export function lcm(a: Product, b: Product): Product {
  const all = new Map(a)
  for (const [key, e] of b) all.set(key, Math.max(e, all.get(key) ?? 0))
  return all
}

/** The product of two products. */
export function joined(a: Product, b: Product): Product {
  const all = new Map(a)
  for (const [key, e] of b) all.set(key, e + (all.get(key) ?? 0))
  return all
}

/** What of a is not in b. */
export function without(a: Product, b: Product): Product {
  if (!b.size) return a
  const rest = [...a].map(([key, e]) => [key, e - (b.get(key) ?? 0)] as const)
  return new Map(rest.filter(([, e]) => e > 0))
}

/** The residue of a product. */
export function residueOf(product: Product): bigint {
  let value = 1n
  for (const [key, e] of product) for (let k = 0; k < e; k++) value = fingerprints.mul(value, BigInt(key))
  return value
}
