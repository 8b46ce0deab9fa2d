/** The book of a record: every file of it as text. The same record gives the same bytes. */
import { readFile } from 'node:fs/promises'
import type { SuiteReport } from '../../suite/events.js'
import { frontPage } from './front-page.js'
import { graphDrawer } from './graph/draw.js'
import { graphPage } from './graph-page.js'
import { guidePage } from './guide-page.js'
import { linksOf } from './links.js'
import { pageText } from './page.js'
import { indexPath, scriptPath, stylePath } from './paths.js'
import { searchScript } from './search-index.js'
import { theoremPage } from './theorem-page.js'

/** path below the book -> text */
export async function bookFiles(report: SuiteReport): Promise<ReadonlyMap<string, string>> {
  const book = { report, links: linksOf(report.theorems), draw: await graphDrawer() }
  const pages = [frontPage(report), graphPage(book), guidePage(report),
    ...report.theorems.map((theorem) => theoremPage(theorem, book))]
  return new Map([
    ...pages.map((page) => [page.path, pageText(page, report)] as const),
    [stylePath, await asset('style.css')],
    [scriptPath, await asset('book.js')],
    [indexPath, searchScript(report)],
  ])
}

/** A file that is the same in every book; it lies beside the sources. */
const asset = (name: string): Promise<string> =>
  readFile(new URL(`../../../assets/book/${name}`, import.meta.url), 'utf8')
