/**
 * The one door to the plotting library: marks and scales in, an SVG element out, drawn in a document without a browser.
 */
import { plot, type PlotOptions } from '@observablehq/plot'
import { parseHTML } from 'linkedom'
import { html, raw, type Markup } from '../html.js'

const { document } = parseHTML('<html><body></body></html>')

/** A plot with its caption; `says` tells in words what is seen. */
export function figure(
  options: PlotOptions, { caption, says }: { readonly caption: Markup; readonly says: string },
): Markup {
  const element = plot({
    style: { fontSize: '11px' }, ...options, document: document as unknown as NonNullable<PlotOptions['document']>,
  })
  return html`<figure class="plot" style="width:${options.width ?? 400}px">${svgOf(element.outerHTML, says)}
<figcaption>${caption}</figcaption></figure>`
}

/**
 * One image for a screen reader; the style that every plot repeats is in the style sheet; places to a hundredth of a
 * pixel.
 */
const svgOf = (text: string, says: string): Markup => raw(text
  .replace(/<style>[^]*?<\/style>/g, '').replace(/ aria-(label|hidden)="[^"]*"/g, '').replace(/ class="plot-[^"]*"/, '')
  .replace(/="[^"]*"/g, (attribute) => attribute.replace(/(\d\.\d{2})\d+/g, '$1'))
  .replace('<svg', html`<svg role="img" aria-label="${says}"`.markup))
