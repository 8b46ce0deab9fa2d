/**
 * Where in their domains the simulated parameters lie: one line per symbol, in thirds of the logarithm of its range.
 */
import { dot, rect, ruleX, text } from '@observablehq/plot'
import type { Coverage } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { figure } from './draw.js'

const greek = new Map(Object.entries({
  alpha: 'α', beta: 'β', gamma: 'γ', delta: 'δ', epsilon: 'ε', eps: 'ε', zeta: 'ζ', eta: 'η', theta: 'θ', kappa: 'κ',
  lambda: 'λ', mu: 'μ', nu: 'ν', xi: 'ξ', rho: 'ρ', sigma: 'σ', tau: 'τ', phi: 'φ', chi: 'χ', psi: 'ψ', omega: 'ω',
  Gamma: 'Γ', Delta: 'Δ', Lambda: 'Λ', Sigma: 'Σ', Phi: 'Φ', Omega: 'Ω',
}))

/** A symbol as text, where no formula can stand. */
const shown = (name: string): string => name.replace(/^[A-Za-z]+/, (word) => greek.get(word) ?? word)

/** The plot; null where no symbol has a range. */
export function coveragePlot({ symbols, draws, pairs }: Coverage): Markup | null {
  const ranged = Object.entries(symbols).flatMap(([name, { from, to, at }]) =>
    (from !== undefined && to !== undefined && at
      ? [{ name: shown(name), from, to, at, start: `${shown(name)}   ${from}`, end: String(to) }] : []))
  if (!ranged.length) return null
  const names = ranged.map(({ name }) => name)
  const dots = ranged.flatMap(({ name, at }) => at.map((x) => ({ name, x })))
  const thirds = names.flatMap((name) => [0, 1, 2].map((k) => ({ name, x1: k / 3 + 0.004, x2: (k + 1) / 3 - 0.004 })))
  const options = {
    width: 410, height: 34 + 26 * ranged.length, marginLeft: 70, marginRight: 64, marginTop: 8, marginBottom: 20,
    x: { domain: [0, 1], axis: null },
    y: { domain: names, axis: null, type: 'band' as const, padding: 0.2 },
    marks: [
      rect(thirds, { x1: 'x1', x2: 'x2', y: 'name', fill: 'var(--band)', rx: 3 }), ruleX([0], { stroke: 'none' }),
      dot(dots, { x: 'x', y: 'name', r: 3, fill: 'var(--verified)', fillOpacity: 0.75 }),
      text(ranged, { x: 0, y: 'name', text: 'start', textAnchor: 'end', dx: -6, fill: 'currentColor' }),
      text(ranged, { x: 1, y: 'name', text: 'end', textAnchor: 'start', dx: 6, fill: 'currentColor' }),
    ],
  }
  return figure(options, {
    caption: html`<b>Coverage of the domain.</b> Sizes of the parameters at ${draws} simulated draws, in thirds of the
range that can be drawn (logarithmic); ${pairs.hit} of ${pairs.of} pairs of thirds were met.`,
    says: ranged.map(({ name, from, to, at }) => `${name} at ${at.length} places between ${from} and ${to}`).join('; '),
  })
}
