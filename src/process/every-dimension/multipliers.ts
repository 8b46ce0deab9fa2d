/**
 * Words by which the moment equations are multiplied: every prefix of what stands to the left of a moment in the
 * claim.
 */
import type { FreeElement } from '../../symbolic/rings/free-algebra.js'
import { nameOf, turned, type Alphabet } from '../../symbolic/rings/words.js'
import { isMoment } from './letters.js'

/** Prefixes of the contexts of moments, the empty word first. */
export function multipliersOf<T>(claim: FreeElement<T>, alphabet: Alphabet): string[][] {
  const found = new Map<string, string[]>([['', []]])
  for (const { word, loops } of claim.values()) {
    for (const context of [word, ...loops].flatMap((letters) => contexts(letters, alphabet))) {
      for (let n = 1; n <= context.length; n++) found.set(context.slice(0, n).join('.'), context.slice(0, n))
    }
  }
  return [...found.values()]
}

function contexts(word: readonly string[], alphabet: Alphabet): string[][] {
  const at = word.findIndex((letter) => isMoment(nameOf(letter)))
  return at < 0 ? [] : [word.slice(0, at), turned(word.slice(at + 1), alphabet)]
}
