/**
 * The mean of a smooth function of a normal variable that is inside an interval, E[f(m + s xi); inside], as a sum over
 * points that is exact for constants. Far from the ends the trapezoid rule is spectral; where the law is cut, Gauss
 * panels shrink towards the end, where f may be singular.
 */
import { normalTail } from './normal.js'
import { gaussLegendre } from './quadrature.js'

/** Deviations beyond which a normal variable never is: a tail of 1e-17. */
export const FARTHEST = 8.5
const ORDER = 8
const PANEL = 1.8
/** Ends of panels between 0 and 1 towards an end of the interval, where the solution may be singular. */
const TOWARDS_AN_END = [1 / 512, 1 / 64, 1 / 8]

/** Calls `add` with each point and its share, which add up to `weight` times the probability of inside. */
export function insideNormal(
  m: number, s: number, below: number, above: number, weight: number, add: (point: number, weight: number) => void,
): void {
  if (s === 0) return void (below < m && m < above && add(m, weight))
  const [low, high] = [Math.max(below, m - FARTHEST * s), Math.min(above, m + FARTHEST * s)]
  if (!(low < high)) return
  if (below < low && high < above) return everywhere(m, s, weight, add)
  const inside = normalTail((below - m) / s) - normalTail((above - m) / s)
  const { nodes, weights } = gaussLegendre(ORDER)
  let [total, count] = [0, 0]
  for (const [left, right] of panelsBetween(low, high, PANEL * s, low === below, high === above)) {
    const half = (right - left) / 2
    for (let j = 0; j < ORDER; j++, count++) {
      const y = points[count] = left + half * (1 + nodes[j]!)
      total += density[count] = weights[j]! * half * Math.exp(-(((y - m) / s) ** 2) / 2)
    }
  }
  for (let k = 0; k < count; k++) add(points[k]!, weight * inside * density[k]! / total)
}

/** Points at multiples of 4/5: an error of exp(-2 pi^2 / 0.8^2) = 4e-14 for functions that are smooth on that scale. */
const SPACING = 0.8
const TRAPEZOID =
  Array.from({ length: 21 }, (_, k) => (k - 10) * SPACING).map((t) => ({ t, share: Math.exp(-t * t / 2) }))
const TRAPEZOID_TOTAL = TRAPEZOID.reduce((sum, { share }) => sum + share, 0)

function everywhere(m: number, s: number, weight: number, add: (point: number, weight: number) => void): void {
  for (const { t, share } of TRAPEZOID) add(m + s * t, weight * share / TRAPEZOID_TOTAL)
}

const MOST = ORDER * (Math.ceil(2 * FARTHEST / PANEL) + 2 * TOWARDS_AN_END.length + 2)
const [points, density] = [new Float64Array(MOST), new Float64Array(MOST)]

/** Equal panels of a width at most, the outer ones divided again where they end at an end of the interval. */
function panelsBetween(low: number, high: number, width: number, toLow: boolean, toHigh: boolean): [number, number][] {
  const panels = Math.max(2, Math.ceil((high - low) / width))
  const step = (high - low) / panels
  const inner = Array.from({ length: panels - 1 }, (_, p) => low + (p + 1) * step)
  const [first, last] = [toLow, toHigh].map((divided) => (divided ? TOWARDS_AN_END : []).map((part) => part * step))
  const edges = [low, ...first!.map((d) => low + d), ...inner, ...last!.map((d) => high - d).reverse(), high]
  return edges.slice(1).map((right, p) => [edges[p]!, right])
}
