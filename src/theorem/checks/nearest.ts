/** "Did you mean": the declared name that a misspelt one is closest to. */

const words: ReadonlyMap<string, string> = new Map([
  ['tr', 'Tr'], ['trace', 'Tr'], ['inverse', 'inv'], ['determinant', 'det'], ['ln', 'log'], ['Exp', 'exp'],
  ['cov', 'Cov'], ['lag', 'prev'], ['Id', 'I'], ['PI', 'pi'], ['oo', 'infinity'], ['inf', 'infinity'],
])

/** The end of a message: what a misspelt name may stand for, or nothing. */
export function hint(word: string, names: Iterable<string>): string {
  const near = nearest(word, names)
  return near ? `; did you mean "${near}"?` : ''
}

/** The nearest of the names, within a third of the letters; null where none is near. */
export function nearest(word: string, names: Iterable<string>): string | null {
  const known = words.get(word)
  if (known) return known
  const most = Math.max(1, Math.floor(word.length / 3))
  let best: { name: string; distance: number } | null = null
  for (const name of names) {
    const distance = word.toLowerCase() === name.toLowerCase() ? 0.5 : edits(word, name)
    if (distance <= most && distance < Math.max(word.length, name.length) && distance < (best?.distance ?? Infinity)) {
      best = { name, distance }
    }
  }
  return best?.name ?? null
}

/** Fewest insertions, deletions, replacements and swaps of neighbours that turn a into b (Damerau 1964). */
export function edits(a: string, b: string): number {
  let [before, row]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)]
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + same, swapped ? before[j - 2]! + 1 : Infinity)
    }
    ;[before, row] = [row, next]
  }
  return row[b.length]!
}
