/** Misprints of each claim: how many were killed, how many are no misprints after all, how many survive. */
import { axisY, barX, text } from '@observablehq/plot'
import type { TheoremReport } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { figure } from './draw.js'

/** The plot; null where nothing was misprinted. */
export function misprintPlot({ claims }: TheoremReport): Markup | null {
  const attacked =
    claims.flatMap(({ name, misprints }) => (misprints && misprints.total > 0 ? [{ name, ...misprints }] : []))
      .map((one) => ({ ...one, share: `${one.killed} / ${one.total - one.equivalent}` }))
  if (!attacked.length) return null
  const bars = attacked.flatMap(({ name, killed, equivalent, total }) => [
    { name, fate: 'killed', count: killed }, { name, fate: 'the same or as true', count: equivalent },
    { name, fate: 'not excluded', count: total - killed - equivalent },
  ]).filter(({ count }) => count > 0)
  const fates = ['killed', 'the same or as true', 'not excluded'] as const
  const longest = Math.max(...attacked.map(({ name }) => name.length))
  const options = {
    width: 410, height: 44 + 22 * attacked.length, marginLeft: 18 + 6.3 * longest, marginRight: 60, marginTop: 4,
    x: { label: 'misprints', ticks: 5 },
    y: { domain: attacked.map(({ name }) => name), label: null },
    color: { domain: [...fates], range: ['var(--proved)', 'var(--band-line)', 'var(--contrary)'] },
    marks: [
      barX(bars, { x: 'count', y: 'name', fill: 'fate', inset: 1 }), axisY({ label: null, tickSize: 0 }),
      text(attacked, { x: 'total', y: 'name', text: 'share', textAnchor: 'start', dx: 6, fill: 'currentColor' }),
    ],
  }
  return figure(options, {
    caption: html`<b>Misprints.</b> Plausible wrong versions of each claim: <span class="ink-proved">killed</span> by
the evidence, of those that are wrong. Grey: the same formula, or as true.`,
    says: attacked.map(({ name, killed, total, equivalent }) =>
      `${name}: ${killed} of ${total - equivalent} misprints killed`).join('; '),
  })
}
