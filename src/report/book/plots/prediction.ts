/** Prediction against simulation on one diagonal: all entries that are positive on both sides, over all draws. */
import { dot, line, link } from '@observablehq/plot'
import type { Evidence } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { figure } from './draw.js'
import { simulatedPoints } from './points.js'

/** The plot of one piece of evidence; null where fewer than two draws predict a positive number. */
export function predictionPlot(piece: Evidence): Markup | null {
  const points = simulatedPoints(piece)
  const pairs = points.flatMap(({ claimed, estimate, units, precision }) => (claimed && estimate && units
    ? claimed.map((x, k) => ({ x, y: estimate[k]!, low: x - precision * units[k]!, high: x + precision * units[k]! }))
    : []))
    .filter(({ x, y, low }) => x > 0 && y > 0 && low > 0)
  if (pairs.length < 2) return null
  const all = pairs.flatMap(({ x, y, low, high }) => [x, y, low, high])
  const [least, most] = [Math.min(...all), Math.max(...all)]
  const ends = [least / 1.2, most * 1.2]
  const options = {
    width: 206, height: 200, marginLeft: 52, marginRight: 14,
    x: { type: 'log' as const, domain: ends, label: 'claimed', ticks: 4, tickFormat: '~g' },
    y: { type: 'log' as const, domain: ends, label: 'estimated', ticks: 4, tickFormat: '~g' },
    marks: [
      line(ends.map((e) => [e, e]), { stroke: 'var(--faint)' }),
      link(pairs, { x1: 'x', x2: 'x', y1: 'low', y2: 'high', stroke: 'var(--band-line)', strokeWidth: 4 }),
      dot(pairs, { x: 'x', y: 'y', r: 2.4, fill: 'var(--verified)' }),
    ],
  }
  return figure(options, {
    caption: html`<b>Estimated against claimed</b>, positive entries. Bars are the certified range around the claim.`,
    says: `${pairs.length} estimated entries against their claimed values, from ${least.toPrecision(2)} to `
      + `${most.toPrecision(2)}.`,
  })
}
