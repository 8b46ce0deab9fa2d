/**
 * Estimate against claim at each draw: (estimate - claimed) / unit of every entry, with two standard errors and the
 * precision.
 */
import { axisX, dot, link, rect, ruleY } from '@observablehq/plot'
import type { Evidence } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { figure } from './draw.js'
import { simulatedPoints, type SimulatedPoint } from './points.js'

interface Mark {
  readonly x: number
  readonly y: number
  readonly low: number
  readonly high: number
}

/** The plot of one piece of evidence; null where no draw has an estimate. */
export function deviationPlot(piece: Evidence): Markup | null {
  const points = simulatedPoints(piece)
  const marks = points.flatMap(marksOf)
  if (!marks.length) return null
  const bands = points.map(({ precision }, i) => ({ x1: i + 0.55, x2: i + 1.45, y: 100 * precision }))
  const worst = Math.max(...marks.map(({ y }) => Math.abs(y)))
  const precision = Math.max(...bands.map(({ y }) => y))
  const draws = points.map((_, i) => i + 1).filter((n) => points.length < 12 || n % 5 === 0)
  const options = {
    width: 288, height: 200, marginLeft: 44,
    x: { domain: [0.5, points.length + 0.5], label: 'draw of the parameters' },
    y: { label: 'estimate − claim, %', nice: true },
    marks: [
      rect(bands, { x1: 'x1', x2: 'x2', y1: (d: { y: number }) => -d.y, y2: 'y', fill: 'var(--band)' }),
      ruleY([0], { stroke: 'var(--faint)' }),
      link(marks, { x1: 'x', x2: 'x', y1: 'low', y2: 'high', stroke: 'var(--verified)', strokeOpacity: 0.6 }),
      dot(marks, { x: 'x', y: 'y', r: 2.4, fill: 'var(--verified)' }),
      axisX({ ticks: draws, tickFormat: String, label: 'draw of the parameters' }),
    ],
  }
  return figure(options, {
    caption: html`<b>Simulation against claim.</b> Every entry at every draw, ± two standard errors, in units of the
claim. The band is the precision, ±${precision.toPrecision(2)} %.`,
    says: `Estimates at ${points.length} draws deviate from the claim by at most ${worst.toPrecision(2)} percent; `
      + `the precision is ${precision.toPrecision(2)} percent.`,
  })
}

/** The entries of one draw side by side; what a symmetric matrix repeats is left out. */
function marksOf({ claimed, estimate, standardError, units }: SimulatedPoint, draw: number): Mark[] {
  if (!claimed || !estimate || !units) return []
  const entries = claimed.map((_, k) => k).filter((k) => units[k]! > 0 && !isRepeated(claimed, estimate, k))
  return entries.map((k, place) => {
    const x = draw + 1 + (entries.length > 1 ? 0.6 * (place / (entries.length - 1) - 0.5) : 0)
    const percent = (value: number): number => (100 * value) / units[k]!
    const y = percent(estimate[k]! - claimed[k]!)
    const spread = percent(2 * (standardError?.[k] ?? 0))
    return { x, y, low: y - spread, high: y + spread }
  })
}

function isRepeated(claimed: readonly number[], estimate: readonly number[], k: number): boolean {
  const size = Math.sqrt(claimed.length)
  if (!Number.isInteger(size)) return false
  const [i, j] = [Math.floor(k / size), k % size]
  const twin = j * size + i
  return j < i && claimed[k] === claimed[twin] && estimate[k] === estimate[twin]
}
