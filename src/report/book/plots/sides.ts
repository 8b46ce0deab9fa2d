/** Both sides of a claim at its counterexample, entry by entry. */
import { axisY, barX, ruleX, text } from '@observablehq/plot'
import type { Counterexample } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { entriesOf, numberOf } from '../values.js'
import { figure } from './draw.js'

/** Entries that one picture holds. */
const MOST = 9

/** The plot; null where a side is no number. */
export function sidesPlot({ left, right }: Counterexample): Markup | null {
  const [found, claimed] =
    [left, right].map((side) => (side === null ? null : entriesOf(side)?.flat().map(numberOf) ?? null))
  if (!found || !claimed || found.length !== claimed.length || found.length > MOST) return null
  if (![...found, ...claimed].every(Number.isFinite)) return null
  const bars = found.flatMap((value, i) => [barOf(i, 'left', value), barOf(i, 'right', claimed[i]!)])
  const options = {
    width: 360, height: 34 + 44 * found.length, marginLeft: 44, marginRight: 70, marginTop: 4, marginBottom: 26,
    x: { label: null, ticks: 4, nice: true },
    y: { label: null, domain: ['left', 'right'] },
    fy: { axis: null, padding: 0.15 },
    marks: [
      barX(bars, { x: 'value', y: 'side', fy: 'entry', inset: 1, fill: 'colour' }),
      ruleX([0], { stroke: 'var(--faint)' }), axisY({ label: null, tickSize: 0 }),
      text(bars, { x: 'end', y: 'side', fy: 'entry', text: 'label', textAnchor: 'start', dx: 4, fill: 'currentColor' }),
    ],
  }
  return figure(options, {
    caption: html`<b>The sides at the counterexample</b>, ${
      found.length > 1 && 'entry by entry, '}which should be equal.`,
    says: found.map((value, i) => `left ${value.toPrecision(4)}, right ${claimed[i]!.toPrecision(4)}`).join('; '),
  })
}

const colours = { left: 'var(--verified)', right: 'var(--refuted)' } as const

const barOf = (entry: number, side: keyof typeof colours, value: number) =>
  ({ entry, side, value, end: Math.max(0, value), label: value.toPrecision(4).replace('-', '−'),
    colour: colours[side] })
