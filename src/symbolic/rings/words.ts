/** Words of matrix and vector letters: transposition, canonical forms of scalars, vectors cut out as bilinear forms. */
/** What the names of letters are. */
export interface Alphabet {
  isVector(name: string): boolean
  isScalar(name: string): boolean
  isSymmetric(name: string): boolean
}

/** A letter without its transposition sign. */
export const plain = (letter: string): string => (letter.endsWith("'") ? letter.slice(0, -1) : letter)
/** The name of a letter, without the number of its mean. */
export const nameOf = (letter: string): string => plain(letter).split('#')[0]!
/** The number of the mean in which a letter stands; 0 for none. */
export const meanOf = (letter: string): number => Number(plain(letter).split('#')[1] ?? 0)

/** The transposed word. */
export const turned = (word: readonly string[], alphabet: Alphabet): string[] =>
  [...word].reverse().map((l) => flipped(l, alphabet))

export const flipped = (letter: string, alphabet: Alphabet): string =>
  alphabet.isSymmetric(nameOf(letter)) ? letter : letter.endsWith("'") ? letter.slice(0, -1) : `${letter}'`

/** The same letter with the number of its mean raised. */
export const renumbered = (letter: string, by: number): string =>
  by && meanOf(letter) ? withMean(letter, meanOf(letter) + by) : letter

/** A sample letter outside any mean, put into mean `number`. */
export const appended = (letter: string, number: number, isSample: (name: string) => boolean): string =>
  isSample(nameOf(letter)) && meanOf(letter) === 0 ? withMean(letter, number) : letter

/** The letter in another mean. */
export const withMean = (letter: string, number: number): string =>
  `${nameOf(letter)}${number ? `#${number}` : ''}${letter.endsWith("'") ? "'" : ''}`

export const isColumn = (letter: string, alphabet: Alphabet): boolean =>
  alphabet.isVector(nameOf(letter)) && !letter.endsWith("'")
export const isRow = (letter: string, alphabet: Alphabet): boolean =>
  alphabet.isVector(nameOf(letter)) && letter.endsWith("'")

/** Cuts every v' M u out of a word: they are scalars. At most one column followed by one row is left. */
export function splitForms(word: readonly string[], alphabet: Alphabet): { word: string[]; forms: string[][] } {
  const open: string[] = []
  const forms: string[][] = []
  for (const letter of word) {
    open.push(letter)
    if (!isColumn(letter, alphabet)) continue
    const start = open.findLastIndex((l) => isRow(l, alphabet))
    if (start >= 0) forms.push(open.splice(start))
  }
  return { word: open, forms }
}

/** One representative of all words that are the same scalar: v' M u = u' M' v, Tr(ABC) = Tr(BCA) = Tr(C'B'A'). */
export function canonicalLoop(loop: readonly string[], alphabet: Alphabet): string[] {
  const same = [[...loop], turned(loop, alphabet)]
  const all = loop.some((l) => alphabet.isVector(nameOf(l))) ? same : same.flatMap(rotations)
  return all.sort((a, b) => (a.join('.') < b.join('.') ? -1 : 1))[0]!
}

const rotations = (word: readonly string[]): string[][] =>
  word.length ? word.map((_, i) => [...word.slice(i), ...word.slice(0, i)]) : [[]]
