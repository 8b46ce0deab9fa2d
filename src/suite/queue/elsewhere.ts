/** What a worker asks of lanes that are idle, anywhere: draws of its theorems, and pieces of their simulations. */
import type { Hand } from '../hand.js'
import type { DrawTakers } from '../perform.js'
import { openBlockJobs, usualPatience } from './block-jobs.js'
import type { Doors } from './connect.js'
import type { Patience } from './ending.js'
import { idleLanes } from './idle.js'
import { offerBlocks } from './offer-blocks.js'
import { offerDraws } from './offer-draws.js'

export interface Elsewhere {
  readonly hand: Hand
  readonly takers: DrawTakers
  stop(): Promise<void>
}

/** Begins to ask. @param engine fingerprint of assay and Node */
export async function lookElsewhere(
  doors: Doors, name: string, engine: string, times: Patience = usualPatience,
): Promise<Elsewhere> {
  const redis = doors.open()
  const jobs = await openBlockJobs(doors, { name, engine, redis, times })
  const takers = offerDraws(redis, name, jobs)
  // whoever could take a draw is not to be kept from it by pieces
  const hand = offerBlocks(jobs, async () => (takers.areOpen() ? 0 : idleLanes(redis, name)))
  return {
    hand, takers,
    async stop() {
      takers.stop()
      await hand.stop()
      await jobs.close()
      redis.disconnect()
    },
  }
}
