/**
 * Integrals of smooth functions by Gauss-Legendre panels, bisected where two rules disagree.
 * error = 10 |G_20 - G_10| summed over panels: an estimate, not a proof, since a peak between nodes is never seen.
 */
import { NumericalError } from './errors.js'

/** Nodes and weights on [-1, 1]; exact for polynomials of degree 2 order - 1. */
export interface GaussRule {
  readonly nodes: Float64Array
  readonly weights: Float64Array
}

export interface Integral {
  readonly value: number
  /** ten times the disagreement of the two rules, at least the rounding of the sum */
  readonly error: number
  /** the integral of |f| */
  readonly size: number
}

export interface IntegralOptions {
  /** stop when the error is below this fraction of the integral of |f|; default 1e-13 */
  readonly relative?: number
  /** panels at most, default 2000 */
  readonly panels?: number
  /** points inside the range where f has a kink or a peak, so that panels end there */
  readonly breaks?: readonly number[]
}

type Fn = (x: number) => number
interface Panel { a: number; b: number; value: number; size: number; error: number }

const rules = new Map<number, GaussRule>()

/** The Gauss-Legendre rule of any order >= 1, by Newton's method on the Legendre polynomial. */
export function gaussLegendre(order: number): GaussRule {
  const known = rules.get(order)
  if (known) return known
  const nodes = new Float64Array(order)
  const weights = new Float64Array(order)
  for (let i = 0; i < order; i++) {
    let x = -Math.cos(Math.PI * (i + 0.75) / (order + 0.5))
    for (let step = 0; step < 100; step++) {
      const { value, slope } = legendre(order, x)
      x -= value / slope
      if (Math.abs(value / slope) <= 1e-16) break
    }
    nodes[i] = x
    weights[i] = 2 / ((1 - x * x) * legendre(order, x).slope ** 2)
  }
  const rule = { nodes, weights }
  rules.set(order, rule)
  return rule
}

/** The integral of f over [a, b] by `panels` equal panels of a Gauss-Legendre rule of the given order. */
export function compositeIntegral(f: Fn, a: number, b: number, order: number, panels: number): number {
  const rule = gaussLegendre(order)
  const width = (b - a) / panels
  let sum = 0
  for (let i = 0; i < panels; i++) sum += onPanel(f, rule, a + i * width, a + (i + 1) * width).value
  return sum
}

/**
 * The integral of f over [a, b]; either end may be infinite (then x = c + t / (1 - t) maps the tail to [0, 1)).
 * Throws `not-finite` where f is no number, `quadrature` when the panels run out before the error is met.
 */
export function integrate(f: Fn, a: number, b: number, options: IntegralOptions = {}): Integral {
  if (a > b) {
    const { value, error, size } = integrate(f, b, a, options)
    return { value: -value, error, size }
  }
  const inner = (options.breaks ?? []).filter(x => x > a && x < b).sort((x, y) => x - y)
  const whole = a === -Infinity && b === Infinity && inner.length === 0
  const ends = whole ? [a, 0, b] : [a, ...inner, b]
  const panels = ends.slice(1).flatMap((end, i) => firstPanels(f, ends[i]!, end))
  return refine(panels, options.relative ?? 1e-13, options.panels ?? 2000)
}

function refine(pieces: { f: Fn; panel: Panel }[], relative: number, limit: number): Integral {
  for (;;) {
    const total = (of: (p: Panel) => number) => pieces.reduce((sum, piece) => sum + of(piece.panel), 0)
    const size = total(p => p.size)
    const error = total(p => p.error) + 4 * Number.EPSILON * size
    if (error <= Math.max(relative, 1e-15) * size || size === 0) return { value: total(p => p.value), error, size }
    if (pieces.length >= limit) {
      throw new NumericalError('quadrature',
        `the integral has error ${error.toExponential(1)} after ${limit} panels; name its kinks or ask for less`)
    }
    const worst = pieces.reduce((w, piece, i) => (piece.panel.error > pieces[w]!.panel.error ? i : w), 0)
    const { f, panel } = pieces[worst]!
    const middle = (panel.a + panel.b) / 2
    pieces.splice(worst, 1, { f, panel: judge(f, panel.a, middle) }, { f, panel: judge(f, middle, panel.b) })
  }
}

function firstPanels(f: Fn, a: number, b: number): { f: Fn; panel: Panel }[] {
  const g = onUnitInterval(f, a, b)
  const [from, to] = Number.isFinite(a) && Number.isFinite(b) ? [a, b] : [0, 1]
  const cut = Array.from({ length: 5 }, (_, i) => from + (to - from) * i / 4)
  return cut.slice(1).map((end, i) => ({ f: g, panel: judge(g, cut[i]!, end) }))
}

function onUnitInterval(f: Fn, a: number, b: number): Fn {
  if (Number.isFinite(a) && Number.isFinite(b)) return f
  const sign = Number.isFinite(a) ? 1 : -1
  const start = Number.isFinite(a) ? a : b
  return t => f(start + sign * t / (1 - t)) / (1 - t) ** 2
}

function judge(f: Fn, a: number, b: number): Panel {
  const coarse = onPanel(f, gaussLegendre(10), a, b)
  const fine = onPanel(f, gaussLegendre(20), a, b)
  return { a, b, value: fine.value, size: fine.size, error: 10 * Math.abs(fine.value - coarse.value) }
}

function onPanel(f: Fn, rule: GaussRule, a: number, b: number): { value: number; size: number } {
  const half = (b - a) / 2
  let value = 0
  let size = 0
  for (let i = 0; i < rule.nodes.length; i++) {
    const x = a + half * (1 + rule.nodes[i]!)
    const y = f(x)
    if (!Number.isFinite(y)) throw new NumericalError('not-finite', `the integrand is ${y} at ${x}; restrict the range`)
    value += rule.weights[i]! * y
    size += rule.weights[i]! * Math.abs(y)
  }
  return { value: half * value, size: half * size }
}

/** P_n(x) and P_n'(x) by the three-term recurrence (DLMF 18.9.1). */
function legendre(n: number, x: number): { value: number; slope: number } {
  let previous = 1
  let value = x
  if (n === 1) return { value, slope: 1 }
  for (let k = 2; k <= n; k++) [previous, value] = [value, ((2 * k - 1) * x * value - (k - 1) * previous) / k]
  return { value, slope: n * (previous - x * value) / (1 - x * x) }
}
