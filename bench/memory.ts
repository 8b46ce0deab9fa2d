/** How large the process of the built tool is that simulates R = 4096 replicas at D = 16 on two threads. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import type { Fact } from './fact.js'
import { run } from './threads.js'

// a process of its own: this one carries a compiler of TypeScript
const code = `
  import { workWith } from './dist/simulation/blocks.js'
  import { createCrew } from './dist/simulation/pool/crew.js'
  import { averages } from './dist/simulation/trajectories.js'
  import { startHand } from './dist/suite/hand.js'
  const run = JSON.parse(process.env.ASSAY_BENCH_RUN)
  const hand = startHand()
  const ports = [hand.port()]
  workWith(createCrew({ newcomer: () => ports.pop() ?? null }))
  for (let k = 0; k < 6; k++) averages({ ...run, firstBlock: k * run.blocks })
  console.log(process.resourceUsage().maxRSS / 1024)
  await hand.stop()
`

/** None where nothing is built. */
export function memoryFacts(): readonly Fact[] {
  if (!existsSync('dist/simulation/pool/crew.js')) return []
  const plain = JSON.stringify({ ...run, start: [...run.start as Float64Array] })
  const env = { ...process.env, ASSAY_BENCH_RUN: plain }
  const { stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', code], { env, encoding: 'utf8' })
  return [{
    name: 'largest memory, R = 4096, D = 16, two threads', value: Number(stdout), unit: 'MB', target: { atMost: 200 },
  }]
}
