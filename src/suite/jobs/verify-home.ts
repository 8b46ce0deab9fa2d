/** The job of a shard for a theorem that is split and at home here: all but the draws of other shards. */
import { type HomeVerification, verifyHome } from '../../verify/verify-home.js'
import type { Job } from '../messages.js'
import { packed, type ShareFound } from '../shards/part.js'
import { checkedBefore } from '../verify-checked.js'
import type { DrawsRequest } from './decide-draws.js'
import { verifyWith } from './verify-with.js'

const job: Job<DrawsRequest, ShareFound> = async (theorem, task, progress) => {
  const begin = performance.now()
  const draws = new Set(task.request.draws)
  let found: Pick<HomeVerification, 'open' | 'decisions'> = { open: [], decisions: new Map() }
  const verify = checkedBefore(async (sound, options, tell) => {
    const { open, decisions, ...rest } = await verifyHome(sound, options, (draw) => draws.has(draw), tell)
    found = { open, decisions }
    return rest
  })
  const { result: report, faults } = await verifyWith(verify)(theorem, task, progress)
  const { open, decisions } = found
  const seconds = (performance.now() - begin) / 1000
  return { result: { decisions: packed(decisions), seconds, home: { report, open } }, faults }
}

export default job
