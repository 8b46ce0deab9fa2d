/**
 * LaTeX of checked formulas to MathML, which browsers set and screen readers read without any script or font of ours.
 */
import temml from 'temml'
import { html, raw, type Markup } from './html.js'

/** A formula in a line of text. */
export const inlineMath = (tex: string): Markup => typeset(tex, false)

/** A formula in a list of formulas: fractions at full size, and no line of its own. */
export const listedMath = (tex: string): Markup => typeset(`\\displaystyle ${tex}`, false)

/** A formula on a line of its own. */
export const displayMath = (tex: string): Markup => typeset(tex, true)

const known = new Map<string, Markup>()

/** What the typesetter cannot read is shown as it was written. */
function typeset(tex: string, displayMode: boolean): Markup {
  const key = `${displayMode ? 'display' : 'inline'} ${tex}`
  const found = known.get(key) ?? attempted(tex, displayMode)
  known.set(key, found)
  return found
}

function attempted(tex: string, displayMode: boolean): Markup {
  try {
    return raw(temml.renderToString(tex, { displayMode, throwOnError: true }))
  } catch {
    return html`<code class="untypeset">${tex}</code>`
  }
}
