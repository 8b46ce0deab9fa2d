/**
 * Do two texts of a process move first and second moments alike? Their operators T are compared on all monomials of
 * degree 1 and 2 in the state, and the measures of the claims by their values, at a generic point of a prime field.
 */
import { StatementError } from '../symbolic/errors.js'
import { Pole } from '../symbolic/ring.js'
import type { Chain } from '../process/moments/chain.js'
import type { Base } from './algebra.js'
import { measuredValues } from './measured.js'

/** Equal steps, as far as claims about these measures can tell. */
export function isSameStep(one: Base<bigint>, two: Base<bigint>, measures: ReadonlySet<string>): boolean {
  try {
    return sameTable(tableOf(one.chain()), tableOf(two.chain())) && sameValues(one, two, measures)
  } catch (error) {
    if (error instanceof StatementError || error instanceof Pole) return false
    throw error
  }
}

/** T of each monomial as coefficients on all of them; what lies outside is counted. */
interface Table {
  readonly rows: readonly (readonly bigint[])[]
  readonly outside: number
}

function tableOf({ states, space: { atoms, ring }, next }: Chain<bigint>): Table {
  const products = states.flatMap((a, i) => states.slice(i).map((b) => atoms.product(a, b)))
  const all = [0, ...states, ...products]
  const images = all.slice(1).map((m) => next(m))
  const known = new Set(all)
  const outside = images.reduce((n, image) => n + [...image.keys()].filter((m) => !known.has(m)).length, 0)
  return { rows: images.map((image) => all.map((m) => image.get(m) ?? ring.zero)), outside }
}

const sameTable = (a: Table, b: Table): boolean => a.outside === 0 && b.outside === 0
  && a.rows.length === b.rows.length && a.rows.every((row, i) => row.every((x, j) => x === b.rows[i]![j]))

function sameValues(one: Base<bigint>, two: Base<bigint>, measures: ReadonlySet<string>): boolean {
  const [a, b] = [measuredValues(one, measures), measuredValues(two, measures)]
  return [...a]
    .every(([name, { entries }]) => entries.every((row, i) => row.every((x, j) => x === b.get(name)!.entries[i]![j])))
}
