/**
 * Wick contraction of words: the vector letters of a term are the ends of chains of matrix letters; each pairing of
 * ends
 * puts a covariance letter between two chains, the open chain is the new word and closed chains are traces (Isserlis
 * 1918).
 */
import type { Term } from '../../symbolic/rings/free-algebra.js'
import { canonicalLoop, isColumn, isRow, plain, turned, type Alphabet } from '../../symbolic/rings/words.js'

/** The letter of E[a b'] for two vector letters without transposition sign; null where they are independent. */
export type Between = (a: string, b: string) => string | null

interface End {
  readonly letter: string
  readonly chain: number
  readonly side: 'left' | 'right'
}

interface Chains {
  /** matrix letters of each chain; chain 0 is open on the left, `last` on the right */
  readonly letters: readonly (readonly string[])[]
  readonly last: number
  readonly ends: readonly End[]
}

/** E of a term over its vector letters, one term for each pairing. */
export function wick<T>(term: Term<T>, between: Between, alphabet: Alphabet): Term<T>[] {
  const chains = chainsOf(term, alphabet)
  const free = term.loops.filter((loop) => !isRow(loop[0] ?? '', alphabet))
  return pairings(chains.ends, between).map((pairs) => {
    const { word, loops } = joined(chains, pairs, between, alphabet)
    return { ...term, word, loops: [...free, ...loops.map((loop) => canonicalLoop(loop, alphabet))] }
  })
}

function chainsOf<T>({ word, loops }: Term<T>, alphabet: Alphabet): Chains {
  const column = word.findIndex((l) => isColumn(l, alphabet))
  const row = word.findIndex((l) => isRow(l, alphabet))
  const letters: (readonly string[])[] = [word.filter((_, i) => (column < 0 || i < column) && (row < 0 || i < row))]
  const ends: End[] = []
  if (column >= 0) ends.push({ letter: word[column]!, chain: 0, side: 'right' })
  if (row >= 0) {
    ends.push({ letter: plain(word[row]!), chain: 1, side: 'left' })
    letters.push(word.slice(row + 1))
  }
  const last = letters.length - 1
  for (const form of loops.filter((loop) => isRow(loop[0] ?? '', alphabet))) {
    const chain = letters.push(form.slice(1, -1)) - 1
    ends.push({ letter: plain(form[0]!), chain, side: 'left' }, { letter: form.at(-1)!, chain, side: 'right' })
  }
  return { letters, last, ends }
}

type Pair = readonly [End, End]

/** All ways to pair the ends so that no pair is independent. */
function pairings(ends: readonly End[], between: Between): Pair[][] {
  const [first, ...rest] = ends
  if (!first) return [[]]
  return rest.flatMap((partner, i) => between(first.letter, partner.letter) === null ? []
    : pairings(rest.filter((_, j) => j !== i), between).map((pairs): Pair[] => [[first, partner], ...pairs]))
}

/** Follows the joins: first the open word, then every loop that is left. */
function joined(
  chains: Chains, pairs: readonly Pair[], between: Between, alphabet: Alphabet,
): { word: string[]; loops: string[][] } {
  const mates = new Map(pairs.flatMap(([a, b]) => [[a, b], [b, a]] as const))
  const endAt = (chain: number, side: End['side']): End | undefined =>
    chains.ends.find((e) => e.chain === chain && e.side === side)
  const used = new Set<number>()
  const walk = (start: number): string[] => {
    const word: string[] = []
    let [chain, entered]: [number, End['side']] = [start, 'left']
    for (;;) {
      used.add(chain)
      word.push(...(entered === 'left' ? chains.letters[chain]! : turned(chains.letters[chain]!, alphabet)))
      const exit = endAt(chain, entered === 'left' ? 'right' : 'left')
      const mate = exit && mates.get(exit)
      if (!exit || !mate) return word
      word.push(between(exit.letter, mate.letter)!)
      if (used.has(mate.chain)) return word
      ;[chain, entered] = [mate.chain, mate.side]
    }
  }
  const word = walk(0)
  const loops: string[][] = []
  for (let chain = chains.last + 1; chain < chains.letters.length; chain++) {
    if (!used.has(chain)) loops.push(walk(chain))
  }
  return { word, loops }
}
