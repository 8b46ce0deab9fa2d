/** Threads are reused, and a death is blamed on a module only where no other had run before it. */
import { describe, expect, test } from 'vitest'
import { discoverTheorems } from '../../src/suite/discover.js'
import { runTasks } from '../../src/suite/pool.js'

const job = new URL('./jobs/fake.ts', import.meta.url).href
const limits = { importSeconds: 10, silentSeconds: 10, megabytes: 256 }

async function outcomesOf(ids: readonly string[]): Promise<Record<string, string>> {
  const files = await discoverTheorems('test/suite/modules')
  const request = {
    effort: 1, precision: 0.1, seed: '1', misprints: true, alphaVerify: 0.1, alphaRefute: 0.1, suiteSize: 1,
  }
  const tasks = ids.map((id) => ({ ...files.find((file) => file.id === id)!, request }))
  const outcomes = await runTasks(tasks, { job, threads: 1, limits })
  return Object.fromEntries([...outcomes].map(([task, { faults }]) => [task.id, faults[0]?.code ?? 'fine']))
}

describe('one thread', () => {
  test('lives on after modules that throw', async () => {
    expect(await outcomesOf(['throws', 'good', 'throws-null', 'also-good'])).toEqual(
      { throws: 'IMPORT_FAILED', good: 'fine', 'throws-null': 'IMPORT_FAILED', 'also-good': 'fine' })
  })

  test('that a module kills or spoils later costs the next theorem nothing', async () => {
    const found = await outcomesOf(['also-good', 'exits-later', 'good', 'alters', 'prints'])
    expect(found).toMatchObject({ 'also-good': 'fine', good: 'fine', alters: 'ALTERS_GLOBALS', prints: 'fine' })
  })
})
