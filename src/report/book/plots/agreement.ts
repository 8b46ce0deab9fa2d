/**
 * How far two computations of a claim's sides are apart at each draw, on a logarithmic scale, with their error bounds.
 */
import { axisX, dot, link } from '@observablehq/plot'
import type { Evidence } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { figure } from './draw.js'
import { agreementPoints } from './points.js'

/** Below this, doubles say nothing. */
const LEAST = 1e-16

/** The plot of one piece of evidence; null where nothing was computed on both sides. */
export function agreementPlot(piece: Evidence): Markup | null {
  const points = agreementPoints(piece)
  if (!points.length) return null
  const marks = points.map(({ distance, error }, i) =>
    ({ draw: i + 1, distance: Math.max(LEAST, distance), reach: Math.max(LEAST, distance + error) }))
  const worst = Math.max(...marks.map(({ reach }) => reach))
  const colour = piece.verdict === 'refuted' ? 'var(--refuted)' : 'var(--verified)'
  const draws = marks.map(({ draw }) => draw).filter((n) => marks.length < 12 || n % 5 === 0)
  const options = {
    width: 288, height: 200, marginLeft: 52,
    x: { domain: [0.5, marks.length + 0.5], label: 'draw of the parameters' },
    y: {
      type: 'log' as const, domain: [LEAST / 2, Math.max(1, worst * 2)], label: 'relative difference of the sides',
      tickFormat: '~e', ticks: 6, grid: true,
    },
    marks: [
      link(marks, { x1: 'draw', x2: 'draw', y1: 'distance', y2: 'reach', stroke: colour }),
      dot(marks, { x: 'draw', y: 'distance', r: 2.6, fill: colour }),
      dot(marks, { x: 'draw', y: 'reach', r: 3, stroke: colour, symbol: 'asterisk' }),
      axisX({ ticks: draws, tickFormat: String, label: 'draw of the parameters' }),
    ],
  }
  return figure(options, {
    caption: html`<b>Both sides computed another way.</b> Their relative difference (dots), with the bound on its
error added (stars).`,
    says: `At ${marks.length} draws the sides differ by at most ${worst.toExponential(1)}, errors included.`,
  })
}
