/** HTML by template: every value is escaped but for what is markup already, so that no text can become an element. */
export interface Markup {
  readonly markup: string
}

type Content = Markup | string | number | null | undefined | false | readonly Content[]

/** html`<b>${text}</b>`: text is escaped, markup stands as it is, lists are joined, null and false are nothing. */
export const html = (strings: TemplateStringsArray, ...values: readonly Content[]): Markup =>
  ({ markup: strings.reduce((all, part, i) => all + part + (i < values.length ? textOf(values[i]) : ''), '') })

/** Text that is markup already: the output of a typesetter or a plotter. */
export const raw = (markup: string): Markup => ({ markup })

/** Text that is safe in content and in quoted attributes; characters that HTML cannot hold become U+FFFD. */
export const escapeHtml = (text: string): string => text
  .replace(/[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\u{10000}-\u{10fffd}]/gu, '\ufffd')
  .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)

function textOf(value: Content): string {
  if (value === null || value === undefined || value === false) return ''
  if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(textOf).join('')
  return escapeHtml(String(value))
}
