/** A text with ANSI colours as an SVG picture of a terminal: selectable text, no font but the reader's monospace. */
import { folded, widthOf } from './fitted.js'
import { escapeXml } from './junit.js'

const STEP = 8.43, LINE = 19, MARGIN = 18, SIZE = 14

/** Codes of the palette -> attributes; the others end what they began. */
const styles: Readonly<Record<string, string>> = {
  1: 'font-weight="bold"', 2: 'fill="#8b949e"', 31: 'fill="#ff7b72"', 32: 'fill="#7ee787"', 33: 'fill="#e3b341"',
}

/** The picture of some lines, folded at `columns`; `title` is read out in its place. */
export function terminalSvg(lines: readonly string[], { columns, title }: { columns: number; title: string }): string {
  const shown = lines.flatMap((line) => folded(line, columns, 8))
  const width = Math.ceil(Math.max(...shown.map(widthOf)) * STEP) + 2 * MARGIN
  const height = shown.length * LINE + 2 * MARGIN
  const rows = shown.map((line, i) => `<text x="${MARGIN}" y="${MARGIN + LINE * i + SIZE}">${spans(line)}</text>`)
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" `
      + 'role="img">',
    `<title>${escapeXml(title)}</title>`,
    `<rect width="100%" height="100%" rx="8" fill="#0d1117"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, monospace" font-size="${SIZE}" fill="#e6edf3">`,
    ...rows, '</g>', '</svg>', '',
  ].join('\n')
}

function spans(line: string): string {
  let style: string | undefined
  return line.split(/(\u001b\[\d+m)/).map((piece) => {
    const code = /^\u001b\[(\d+)m$/.exec(piece)?.[1]
    if (code === undefined) return piece && style ? `<tspan ${style}>${textOf(piece)}</tspan>` : textOf(piece)
    style = styles[code]
    return ''
  }).join('')
}

// spaces in a row are one on most renderers, whatever is asked of them
const textOf = (piece: string): string => escapeXml(piece).replaceAll(' ', '\u00a0')
