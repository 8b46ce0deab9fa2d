/** Values of a counterexample, written by the verifier as text: "3/7", "[1, 2]", "[[1, 1/2], [1/2, 2]]". */
import { latexName } from '../../symbolic/latex-name.js'
import { html, type Markup } from './html.js'
import { inlineMath } from './math.js'

const numeral = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?(?:\/\d+)?$/
/** Fractions longer than this are shown as decimals. */
const LONGEST = 17

/** The rows of a scalar, a vector (a column) or a matrix; null for any other text. */
export function entriesOf(text: string): readonly (readonly string[])[] | null {
  const inner = /^\[([^]*)\]$/.exec(text.trim())?.[1]
  const rows = inner === undefined ? [[text]]
    : inner.includes('[')
    ? [...inner.matchAll(/\[([^[\]]*)\]/g)].map(([, row]) => row!.split(',')) : inner.split(',').map((x) => [x])
  const trimmed = rows.map((row) => row.map((entry) => entry.trim()))
  return trimmed.length > 0 && trimmed.every((row) => row.every((entry) => numeral.test(entry))) ? trimmed : null
}

/** The number that an entry stands for. */
export function numberOf(entry: string): number {
  const [above = '', below] = entry.split('/')
  return below === undefined ? Number(above) : Number(above) / Number(below)
}

/** A value as mathematics; other text stays text. */
export function valueMath(text: string): Markup {
  const rows = entriesOf(text)
  if (!rows) return html`<code>${text}</code>`
  const [[only] = []] = rows
  if (rows.length === 1 && rows[0]!.length === 1) return inlineMath(entryTex(only!))
  return inlineMath(`\\begin{pmatrix}${rows.map((row) => row.map(entryTex).join(' & ')).join(' \\\\ ')}\\end{pmatrix}`)
}

function entryTex(entry: string): string {
  if (entry.length > LONGEST) return `\\approx ${decimalTex(numberOf(entry).toPrecision(6))}`
  const [above, below] = entry.split('/')
  return below === undefined
    ? decimalTex(entry) : `${above!.startsWith('-') ? '-' : ''}\\frac{${above!.replace('-', '')}}{${below}}`
}

const decimalTex = (text: string): string => text.replace(/e\+?(-?)0*(\d+)$/, ' \\times 10^{$1$2}')

/** A parameter by its name, as mathematics where it is a name. */
export const nameMath = (name: string, texts: ReadonlyMap<string, string>): Markup =>
  (/^[A-Za-z]\w*$/.test(name) ? inlineMath(texts.get(name) ?? latexName(name, texts)) : html`<code>${name}</code>`)
