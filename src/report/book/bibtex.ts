/** A source as BibTeX. */
import type { TheoremReport } from '../../verify/evidence.js'

/** The entry of a theorem's work; null where the record does not say which work it is. */
export function bibtexOf({ source, stated }: TheoremReport): string | null {
  if (!stated) return null
  const { title, authors, venue, year } = stated.work
  const [type, place] = /conference|workshop|symposium/i.test(venue)
    ? ['inproceedings', 'booktitle'] : ['article', 'journal']
  const eprint = /arxiv\.org\/abs\/([^/\s]+)$/.exec(source.url)?.[1]
  const fields = [['title', `{${escaped(title)}}`], ['author', escaped(authors.join(' and '))], [place, escaped(venue)],
    ['year', String(year)], ['url', source.url], ...(eprint ? [['eprint', eprint], ['archiveprefix', 'arXiv']] : []),
    ['note', escaped(source.at)]]
  return `@${type}{${source.key},\n${fields.map(([name, value]) => `  ${name} = {${value}},\n`).join('')}}`
}

const escaped = (text: string): string => text.replace(/[\\{}]/g, '').replace(/[&%$#_]/g, (sign) => `\\${sign}`)
