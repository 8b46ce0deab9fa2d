/**
 * A fault shown in its module: the line, and carets under the text that the message quotes first,
 *
 *     12 |     balance: 'K * Sigma == lamda * C'
 *        |                            ^^^^^
 */
import type { StatementFault } from '../verify/evidence.js'
import { lineAt, moduleKeys, moduleText, type Span } from './module-keys.js'

/** Where the offending text stands. */
export interface Offence {
  readonly line: number
  readonly lines: readonly string[]
}

/** The place of a fault in the text of its module; null where nothing of it can be found there. */
export function offenceIn(text: string, fault: Pick<StatementFault, 'claim' | 'message'>): Offence | null {
  const span = spanOf(fault, moduleKeys(text))
  const at = quotedIn(text, fault.message, span) ?? (span && firstWord(text, span))
  if (!at) return null
  const line = lineAt(text, at.start)
  const begin = text.lastIndexOf('\n', at.start - 1) + 1
  const shown = text.slice(begin).split('\n', 1)[0]!.replaceAll('\t', ' ')
  const length = Math.max(1, Math.min(at.end - at.start, shown.length - (at.start - begin)))
  const margin = ' '.repeat(String(line).length)
  return { line, lines: [`${line} | ${shown}`, `${margin} | ${' '.repeat(at.start - begin)}${'^'.repeat(length)}`] }
}

/** The lines of a fault's place in its file; none where the file cannot be read or does not hold the text. */
export const excerptLines = (fault: StatementFault): readonly string[] => {
  const text = moduleText(fault.file)
  return text === null ? [] : offenceIn(text, fault)?.lines ?? []
}

/** The entry that a fault speaks about: "x/y › balance › when: ..." is claims.balance.when. */
function spanOf(
  { claim, message }: Pick<StatementFault, 'claim' | 'message'>, keys: ReadonlyMap<string, Span>,
): Span | null {
  const places = (/^[^"':]* › ([^:"]+):/.exec(message)?.[1] ?? '').split(' › ').filter((part) => part !== claim)
  const [first = '', second = ''] = (places[0] ?? '').split(/ (.*)/)
  const below = claim === null ? [] : [
    `${first === 'evidence' ? 'evidence' : 'claims'}.${claim}${first && first !== 'evidence' ? `.${first}` : ''}`,
    `claims.${claim}.then`, `claims.${claim}`, claim,
  ]
  const elsewhere = [`${first}.${second}`, `process.${first}.${second}`, `process.${first}`, `symbols.${first}`, first]
  const path = [...below, ...(first ? elsewhere : [])].find((one) => keys.has(one))
  return path === undefined ? null : keys.get(path)!
}

/** The first quoted text of a message that stands within the span, or anywhere where there is no span. */
function quotedIn(text: string, message: string, span: Span | null): Span | null {
  const { start, end } = span ?? { start: 0, end: text.length }
  const told = message.slice(message.lastIndexOf(' › ') + 1)
  for (const [, quoted] of told.matchAll(/"([^"]+)"/g)) {
    const found = pattern(quoted!).exec(text.slice(start, end))
    if (found) return { start: start + found.index, end: start + found.index + found[0].length }
  }
  return null
}

// a message folds white space and may cut a long text short
function pattern(quoted: string): RegExp {
  const words =
    quoted.replace(/\.\.\.$/, '').trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  const edge = (side: 'before' | 'after', letter = ''): string =>
    (/\w/.test(letter) ? side === 'before' ? '(?<![\\w])' : '(?![\\w])' : '')
  return new RegExp(
    `${edge('before', quoted[0])}${words.join('\\s+')}${quoted.endsWith('...') ? '' : edge('after', quoted.at(-1))}`,
  )
}

const firstWord = (text: string, { start }: Span): Span =>
  ({ start, end: start + /^['"]?[\w$]+/.exec(text.slice(start))![0].length })
