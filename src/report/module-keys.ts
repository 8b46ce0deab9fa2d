/**
 * Where the entries of a theorem stand in the text of its module: 'claims.closedForm' -> the span from its name to the
 * end of its value. Read off the text, so that a module that does not even load has lines too.
 */
import { readFileSync } from 'node:fs'

export interface Span {
  readonly start: number
  readonly end: number
}

interface Open { readonly path: string; readonly start: number }

const token = new RegExp([
  /\/\/.*|\/\*[^]*?\*\//, /`(?:\\[^]|[^\\`])*`/, /'(?:\\.|[^'\\\n])*'/, /"(?:\\.|[^"\\\n])*"/, /[A-Za-z_$][\w$]*/,
  /[{}()[\]:,]/,
].map(({ source }) => source).join('|'), 'g')

/** Spans by path; brackets of calls and lists add nothing to a path, of equal paths the first counts. */
export function moduleKeys(text: string): ReadonlyMap<string, Span> {
  const found = new Map<string, Span>()
  const keys: (Open | null)[] = []
  const brackets: string[] = []
  let before = ''
  const close = (end: number): void => {
    const key = brackets.at(-1) === '{' ? keys.at(-1) : null
    if (!key) return
    if (!found.has(key.path)) found.set(key.path, { start: key.start, end })
    keys[keys.length - 1] = null
  }
  for (const { 0: word, index: start } of text.matchAll(token)) {
    if (/^\/[/*]/.test(word)) continue
    if ('{(['.includes(word)) { brackets.push(word); if (word === '{') keys.push(null) }
    else if ('})]'.includes(word)) { close(start); if (brackets.pop() === '{') keys.pop() }
    else if (word === ',') close(start)
    else if (isKey(word, before, text, start)) keys[keys.length - 1] = { path: pathOf(keys, word), start }
    before = word
  }
  return found
}

const isKey = (word: string, before: string, text: string, start: number): boolean =>
  /^['"A-Za-z_$]/.test(word) && '{,'.includes(before) && before !== '' && /^\s*:/.test(text.slice(start + word.length))

const pathOf = (keys: readonly (Open | null)[], word: string): string => {
  const above = keys.slice(0, -1).flatMap((key) => (key ? [key.path] : [])).at(-1)
  const name = word.replace(/^['"]|['"]$/g, '')
  return above ? `${above}.${name}` : name
}

/** The line of an offset, from 1. */
export const lineAt = (text: string, offset: number): number => text.slice(0, offset).split('\n').length

/** The line on which a claim is stated; null where the text does not tell. */
export function lineOfClaim(text: string, claim: string): number | null {
  const keys = moduleKeys(text)
  const span = keys.get(`claims.${claim}`) ?? keys.get(claim)
  return span ? lineAt(text, span.start) : null
}

/** The text of a module; null where it cannot be read. */
export function moduleText(file: string): string | null {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return null
  }
}

/** The line of a claim in its file, 1 where nothing better is known. */
export function claimLineIn(file: string, claim: string | null): number {
  const text = claim === null ? null : moduleText(file)
  return text === null || claim === null ? 1 : lineOfClaim(text, claim) ?? 1
}
