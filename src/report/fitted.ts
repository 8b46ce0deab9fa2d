/**
 * Text that fits a screen: cut with an ellipsis, or folded under a hanging indent. Escape sequences take no columns.
 */
const escapes = /\u001b\[[\d;]*[A-Za-z]/g

/** Columns that a text takes; every character of ours is one column wide. */
export const widthOf = (text: string): number => [...text.replace(escapes, '')].length

/** The text in at most `columns`, the end of a longer one replaced by "…"; escape sequences are kept whole. */
export function fitted(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let [room, kept] = [columns - 1, '']
  for (const [piece] of text.matchAll(/\u001b\[[\d;]*[A-Za-z]|./gsu)) {
    if (piece.startsWith('\u001b[')) kept += piece
    else if (room-- > 0) kept += piece
  }
  const end = kept.search(/(\u001b\[[\d;]*[A-Za-z])*$/)
  return `${kept.slice(0, end)}…${kept.slice(end)}`
}

/** Lines of at most `columns`, broken at spaces; all but the first are indented. A word that is longer stands alone. */
export function folded(text: string, columns: number, indent: number): string[] {
  if (widthOf(text) <= columns) return [text]
  const [, lead = '', body = ''] = /^(\s*)(.*)$/s.exec(text) ?? []
  const lines: string[] = []
  let line = lead
  for (const word of body.split(/(?<=\S)(?= )/)) {
    const isFirst = line.trim() === ''
    if (!isFirst && widthOf(line + word) > columns) {
      lines.push(line)
      line = ' '.repeat(indent) + word.trimStart()
    } else line += word
  }
  return [...lines, line]
}
