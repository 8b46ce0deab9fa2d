/** The one theorem of an id, for commands that speak about a single one. */
import type { TheoremCard } from '../suite/card.js'
import type { Shell } from './shell.js'
import { tellFaults } from './tell-faults.js'

/** Reads the theorem with exactly this id; null where its module is ill-stated, which has then been told. */
export async function readOneCard(id: string, folder: string, shell: Shell): Promise<TheoremCard | null> {
  const { readCards } = await import('../suite/cards.js')
  const { cards, faults } = await readCards(folder, { patterns: [], only: id })
  tellFaults(faults, shell)
  return cards[0] ?? null
}
