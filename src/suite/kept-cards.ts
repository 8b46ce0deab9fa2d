/**
 * Cards of an earlier look, kept below .assay by the fingerprint of the module and of this package: no module need be
 * loaded.
 */
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { TheoremCard } from './card.js'
import type { TheoremFile } from './discover.js'
import { fingerprintOf } from './ledger/fingerprint.js'

const store = '.assay/cards.json'

interface Kept {
  readonly fingerprint: string
  readonly card: TheoremCard
}

export interface KeptCards {
  /** the card of a module that has not changed; null where it has to be loaded */
  card(theorem: TheoremFile): TheoremCard | null
  /** Keeps more cards; a folder that cannot be written is no reason to fail. */
  keep(cards: readonly TheoremCard[]): Promise<void>
}

/** What is known of some theorems. */
export async function keptCards(theorems: readonly TheoremFile[]): Promise<KeptCards> {
  const found = await Promise.all(theorems.map(async ({ file, path }) => [file, await fingerprintOf(path)] as const))
  const fingerprints = new Map(found)
  const kept = await readKept()
  return {
    card({ id, file }) {
      const { fingerprint, card } = kept[file] ?? {}
      return card?.id === id && card.file === file && fingerprint === fingerprints.get(file) ? card : null
    },
    async keep(cards) {
      if (!cards.length) return
      const more = cards.map((card): [string, Kept] => [card.file, { fingerprint: fingerprints.get(card.file)!, card }])
      try {
        await mkdir(dirname(store), { recursive: true })
        await writeFile(store, JSON.stringify({ ...kept, ...Object.fromEntries(more) }))
      } catch {}
    },
  }
}

async function readKept(): Promise<Readonly<Record<string, Partial<Kept>>>> {
  try {
    const known: unknown = JSON.parse(await readFile(store, 'utf8'))
    return Object(known) === known ? known as Record<string, Partial<Kept>> : {}
  } catch {
    return {}
  }
}
