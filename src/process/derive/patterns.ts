/**
 * Parameters by their entries, in a basis that diagonalises what can be: K is K in one dimension, K_i and K_j in two.
 */
import type { Environment } from '../../symbolic/evaluate.js'
import type { Ring } from '../../symbolic/ring.js'
import { mapValue, type Value } from '../../symbolic/value.js'

/** What a parameter is in the basis in which the closed form is wanted. */
export type Pattern = 'scalar' | 'vector' | 'diagonal' | 'symmetric' | 'matrix'
export type Patterns = ReadonlyMap<string, Pattern>

const letters = ['i', 'j', 'k', 'l'] as const

/** The names of all distinct entries, in the order of the parameters. */
export function entryNames(patterns: Patterns, dimension: number): string[] {
  const cells = [...patterns].flatMap(([name, pattern]) => cellsOf(name, pattern, dimension).entries.flat())
  return [...new Set(cells.filter((name) => name !== null))]
}

/** Every parameter as a matrix of its entries. */
export function patternValues<T>(
  patterns: Patterns, dimension: number, ring: Ring<T>, entry: (name: string) => T,
): Environment<T> {
  return new Map([...patterns].map(([name, pattern]) => {
    const cells = cellsOf(name, pattern, dimension)
    return [name, mapValue(cells, (cell) => (cell === null ? ring.zero : entry(cell)))]
  }))
}

/** Names of the entries; null where a pattern has zeros. */
function cellsOf(name: string, pattern: Pattern, dimension: number): Value<string | null> {
  const length = pattern === 'scalar' ? 1 : dimension
  const columns = pattern === 'scalar' || pattern === 'vector' ? 1 : dimension
  const suffix = (...places: number[]): string =>
    (dimension === 1 ? name : `${name}_${places.map((i) => letters[i]).join('')}`)
  const cell = (i: number, j: number): string | null => {
    switch (pattern) {
      case 'scalar': return name
      case 'vector': return suffix(i)
      case 'diagonal': return i === j ? suffix(i) : null
      case 'symmetric': return suffix(Math.min(i, j), Math.max(i, j))
      case 'matrix': return suffix(i, j)
    }
  }
  return {
    rows: pattern === 'scalar' ? '1' : 'D',
    columns: columns === 1 && (pattern === 'scalar' || pattern === 'vector') ? '1' : 'D',
    entries: Array.from({ length }, (_, i) => Array.from({ length: columns }, (__, j) => cell(i, j))),
  }
}
