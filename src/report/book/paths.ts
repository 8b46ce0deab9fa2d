/**
 * Where things are in the book, and how one page refers to another: relative addresses, so that it can lie anywhere.
 */
import { posix } from 'node:path'
import type { ClaimPlace } from '../../verify/evidence.js'

export const frontPath = 'index.html'
export const graphPath = 'graph.html'
export const guidePath = 'guide.html'
export const stylePath = 'assets/style.css'
export const scriptPath = 'assets/book.js'
export const indexPath = 'assets/search-index.js'

/** The page of a theorem. Ids become file names that are safe anywhere, different ones for different ids. */
export const theoremPath = (id: string): string => `theorems/${safe(id)}.html`

/** The place of a claim on the page of its theorem. */
export const claimAnchor = (name: string): string => `claim-${safe(name)}`

export const claimPath = ({ theorem, claim }: ClaimPlace): string => `${theoremPath(theorem)}#${claimAnchor(claim)}`

/** The address of `to` as seen from the page `from`. */
export const relativeTo = (from: string, to: string): string => posix.relative(posix.dirname(from), to)

// single slashes are folders; the escape itself is escaped, so that no two ids meet
const safe = (text: string): string => text
  .replace(/[^A-Za-z0-9/-]|^\/|\/$|\/(?=\/)/g, (character) => `_${character.codePointAt(0)!.toString(16)}_`)
