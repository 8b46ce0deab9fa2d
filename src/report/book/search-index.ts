/**
 * What the search of the book looks through: a script that sets one list, since pages opened as files may fetch
 * nothing.
 */
import type { SuiteReport } from '../../suite/events.js'
import { claimPath, theoremPath } from './paths.js'
import { lookOf } from './standing.js'

/** [title, address from the root, what it is, further words] */
export type SearchEntry = readonly [title: string, address: string, what: string, words: string]

export const searchEntries = ({ theorems }: SuiteReport): readonly SearchEntry[] =>
  theorems.flatMap(({ id, title, source, stated, claims }): SearchEntry[] => [
    [title, theoremPath(id), `${source.key}, ${source.at}`,
      [id, stated?.says ?? '', ...stated?.symbols.map(({ describes }) => describes) ?? []].join(' ')],
    ...claims.map((claim): SearchEntry => {
      const address = claimPath({ theorem: id, claim: claim.name })
      return [`${claim.name} · ${title}`, address, lookOf(claim).word, `${claim.says ?? ''} ${claim.statement}`]
    }),
  ])

/** The script; "<" cannot end the element that it may be pasted into. */
export const searchScript = (report: SuiteReport): string =>
  `globalThis.assayIndex = ${JSON.stringify(searchEntries(report)).replaceAll('<', '\\u003c')}\n`
