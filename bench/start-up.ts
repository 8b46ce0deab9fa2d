/** Wall time of the commands that only look, as built: processes started one after the other. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { least, type Fact } from './fact.js'

const main = 'dist/cli/main.js'

function seconds(args: readonly string[]): number {
  return least(5, () => {
    const started = performance.now()
    const { status } = spawnSync(process.execPath, [main, ...args], { stdio: 'ignore' })
    if (status !== 0) throw new Error(`assay ${args.join(' ')} exits with ${status}: run it by hand to see why`)
    return (performance.now() - started) / 1000
  })
}

/** None where nothing is built. */
export function startUpFacts(): readonly Fact[] {
  if (!existsSync(main)) return []
  return [
    { name: 'assay --help', value: seconds(['--help']), unit: 's' },
    { name: 'assay list', value: seconds(['list']), unit: 's', target: { atMost: 0.5 } },
    { name: 'assay show ID', value: seconds(['show', 'liu2021/covariance']), unit: 's' },
  ]
}
