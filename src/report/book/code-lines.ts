/** Code that a loader has put on one line, a line for each statement again; nothing but white space is added. */

/** Code of several lines stays as it is. */
export function codeLines(code: string): string {
  if (code.includes('\n')) return code
  let [depth, inside] = [0, 0]
  const line = (): string => `\n${'  '.repeat(Math.max(0, depth))}`
  return tokensOf(code).map((token) => {
    if (token === '(' || token === '[') inside++
    if (token === ')' || token === ']') inside--
    if (inside > 0) return token
    if (token === '{') { depth++; return ` {${line()}` }
    if (token === '}') { depth--; return `${line()}}` }
    return token === ';' ? `;${line()}` : token
  }).join('').replace(/\n\s*(?=\n)/g, '')
}

/** Strings and templates whole, every other character by itself. */
const tokensOf = (code: string): readonly string[] =>
  code.match(/'(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*"|`(?:\\.|[^`\\])*`|[^]/g) ?? []
