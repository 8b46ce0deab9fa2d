/** How the evidence grew with the samples at each draw, with the two thresholds at which a draw is decided. */
import { dot, line, ruleY, text } from '@observablehq/plot'
import type { Evidence } from '../../../verify/evidence.js'
import { html, type Markup } from '../html.js'
import { figure } from './draw.js'
import { simulatedPoints, type SimulatedPoint } from './points.js'

interface Look {
  readonly samples: number
  readonly logE: number
  readonly draw: number
}

/** The plot of one piece of evidence; null where nothing was sampled. */
export function growthPlot(piece: Evidence): Markup | null {
  const points = simulatedPoints(piece)
  const [verify, refute] =
    (['verify', 'refute'] as const).map((side) => points.flatMap((point, i) => looksOf(point, side, i)))
  if (!verify || !refute || points.every(({ logE }) => logE.samples.length === 0)) return null
  const { needed } = points[0]!
  const thresholds = [
    { y: decimal(needed.verify), name: 'verifies', stroke: 'var(--verified)' },
    { y: decimal(needed.refute), name: 'refutes', stroke: 'var(--refuted)' },
  ]
  const having = (status: string): number => points.filter((point) => point.status === status).length
  const most = Math.max(...points.map(({ samples }) => samples))
  const side = (looks: Look[], colour: string) => [
    line(looks, { x: 'samples', y: 'logE', z: 'draw', stroke: colour, strokeWidth: 1.2 }),
    dot(looks.filter(({ samples }) => samples > 0), { x: 'samples', y: 'logE', r: 1.8, fill: colour }),
  ]
  const options = {
    width: 288, height: 200, marginLeft: 44, marginRight: 46,
    x: { domain: [0, most * 1.02], label: 'samples', ticks: 4, tickFormat: '~s' },
    y: { label: 'log₁₀ evidence', nice: true },
    marks: [
      ...thresholds.map(({ y, stroke }) => ruleY([y], { stroke, strokeDasharray: '4 3' })),
      text(thresholds, {
        frameAnchor: 'right', y: 'y', text: 'name', textAnchor: 'start', dx: 3, fill: 'currentColor',
      }),
      ...side(refute, 'var(--refuted)'), ...side(verify, 'var(--verified)'),
    ],
  }
  return figure(options, {
    caption: html`<b>Evidence against samples</b>, one line per draw: <span class="ink-verified">that the claim is
within the precision</span>, and <span class="ink-refuted">against the claim</span>. Dashed: what decides.`,
    says: `Evidence at ${points.length} draws after at most ${most} samples: ${having('verified')} reached the `
      + `threshold that verifies, ${having('refuted')} the one that refutes.`,
  })
}

const decimal = (ln: number): number => ln / Math.LN10

/** Evidence is one before the first sample. */
function looksOf({ logE }: SimulatedPoint, side: 'verify' | 'refute', draw: number): Look[] {
  const seen = logE.samples.flatMap((samples, i) => {
    const value = logE[side][i]
    return value === null || value === undefined ? [] : [{ samples, logE: decimal(value), draw }]
  })
  return [{ samples: 0, logE: 0, draw }, ...seen]
}
