/**
 * Where along a ray of learning rates the hypotheses hold: theorems differ from their misprints near the boundary,
 * so a scaled symbol is drawn at a chosen fraction of it instead of anywhere.
 */

/** An interval of factors on which the hypotheses hold; `to` is null where no boundary was found above. */
export interface Feasible {
  readonly from: number
  readonly to: number | null
}

const exponents = Array.from({ length: 49 }, (_, i) => (i - 24) / 2)
const halvings = 14

/** The lowest interval of [2^-12, 2^12] on which `holds`, its ends to about 4 digits; null where it holds nowhere. */
export function feasible(holds: (factor: number) => boolean): Feasible | null {
  const grid = exponents.map((k) => 2 ** k)
  const first = grid.findIndex(holds)
  if (first < 0) return null
  const rest = grid.slice(first + 1)
  const out = rest.findIndex((factor) => !holds(factor))
  return {
    from: first === 0 ? 0 : edge(grid[first]!, grid[first - 1]!, holds),
    to: out < 0 ? null : edge(out === 0 ? grid[first]! : rest[out - 1]!, rest[out]!, holds),
  }
}

/** The last factor that holds between one that does and one that does not, halving in the logarithm. */
function edge(inside: number, outside: number, holds: (factor: number) => boolean): number {
  for (let k = 0; k < halvings; k++) {
    const middle = Math.sqrt(inside * outside)
    if (holds(middle)) inside = middle
    else outside = middle
  }
  return inside
}

/** The factor at a fraction of the interval; where there is no boundary, of [from, from + 1]. */
export const factorAt = ({ from, to }: Feasible, fraction: number): number =>
  from + fraction * ((to ?? from + 1) - from)
