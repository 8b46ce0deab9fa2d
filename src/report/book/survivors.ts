/** Misprints that nothing excluded, one a line. */
import { html, type Markup } from './html.js'

/** The list; nothing where none survived. */
export const survivorList = (survivors: readonly string[]): Markup | null => (survivors.length === 0 ? null
  : html`<ul class="survivors">${survivors.map((text) => html`<li>not excluded: <code>${text}</code></li>`)}</ul>`)
