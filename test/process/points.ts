/** Random points of a parameter space over any field, for identity tests. */
import { evaluate, type Environment } from '../../src/symbolic/evaluate.js'
import { parseFormula } from '../../src/symbolic/parse.js'
import { randomBits } from '../../src/symbolic/random.js'
import type { Ring } from '../../src/symbolic/ring.js'
import { primeField } from '../../src/symbolic/rings/prime-field.js'
import { scalarValue, type Value } from '../../src/symbolic/value.js'
import { withConstants } from '../../src/process/moments/space.js'

/** scalar, vector, matrix, symmetric; size: a reciprocal; poly X: a polynomial in X, so that it commutes with X */
export type Kind = 'scalar' | 'vector' | 'matrix' | 'symmetric' | 'size' | `poly ${string}`

export const field = primeField(2n ** 61n - 1n)

/** Random elements of a ring: residues, small fractions or doubles near 1. */
export const entries = <T>(ring: Ring<T>, seed: string): (() => T) => {
  const random = randomBits(seed)
  return () => ring.name.startsWith('F_')
    ? ring.fraction(random() >> 3n, 1n)
    : ring.fraction((random() % 19n) + 1n, (random() % 7n) + 20n)
}

/** A random point. */
export function pointOf<T>(
  kinds: Readonly<Record<string, Kind>>, dimension: number, ring: Ring<T>, seed: string,
): Environment<T> {
  const entry = entries(ring, seed)
  let env: Environment<T> = withConstants(new Map(), dimension, ring)
  for (const [name, kind] of Object.entries(kinds)) {
    env = new Map([...env, [name, valueOf(kind, dimension, ring, entry, env)]])
  }
  return env
}

function valueOf<T>(kind: Kind, dimension: number, ring: Ring<T>, entry: () => T, env: Environment<T>): Value<T> {
  const array =
    (rows: number, columns: number): T[][] => Array.from({ length: rows }, () => Array.from({ length: columns }, entry))
  if (kind === 'scalar') return scalarValue(entry())
  if (kind === 'size') return scalarValue(ring.div(ring.one, entry()))
  if (kind === 'vector') return { rows: 'D', columns: '1', entries: array(dimension, 1) }
  if (kind === 'matrix') return { rows: 'D', columns: 'D', entries: array(dimension, dimension) }
  if (kind === 'symmetric') {
    const m = array(dimension, dimension)
    return { rows: 'D', columns: 'D', entries: m.map((row, i) => row.map((x, j) => (j < i ? m[j]![i]! : x))) }
  }
  const x = kind.slice('poly '.length)
  const terms = Array.from({ length: dimension }, (_, k) => `c${k} * ${k ? `${x}^${k}` : 'I'}`)
  const coefficients = terms.map((_, k): [string, Value<T>] => [`c${k}`, scalarValue(entry())])
  return evaluate(parseFormula(terms.join(' + ')), new Map([...env, ...coefficients]), ring)
}
