/** Plain text of the record, such as "error <= 2^-155", as a reader would print it. */
import { escapeHtml, raw, type Markup } from './html.js'

/** Relations become signs, powers superscripts, 1e-6 a power of ten. */
export function readable(text: string): Markup {
  return raw(escapeHtml(text)
    .replaceAll('&#60;=', '≤').replaceAll('&#62;=', '≥').replaceAll('-&#62;', '→')
    .replace(/(\d(?:\.\d+)?)e([+-]?\d+)\b/g, (_, digits: string, power: string) => timesTen(digits, Number(power)))
    .replace(/\b2\^(-?\d+)/g, (_, power: string) => `2<sup>${minus(power)}</sup>`)
    .replace(/(?<=[\s,]|^)-(?=\d)/g, '−'))
}

const timesTen = (digits: string, power: number): string =>
  `${digits === '1' ? '' : `${digits} × `}10<sup>${minus(String(power))}</sup>`

const minus = (text: string): string => text.replace('-', '−')

/** A small probability as a power of ten. */
export const probability = (p: number): Markup => readable(p > 0 && p < 1e-3 ? p.toExponential() : String(p))
