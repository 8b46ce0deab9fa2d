/** The heavy-tail traps, run many times: a claim near the edge or beyond the fourth moment is never falsely decided. */
import { afterAll, expect, test } from 'vitest'
import type { Theorem } from '../../src/theorem/define.js'
import { judged } from '../verify/judged.js'
import { countRow, leaveRows } from './table.js'

export const SEEDS = Number(process.env.CALIBRATION_RUNS ?? 10_000) / 10

export interface Trap {
  readonly what: string
  readonly theorem: Theorem
  readonly claim: string
  readonly runs: number
}

/** One test for each trap: of all its runs none gives the verdict that would be false. */
export function countTraps(name: string, traps: readonly Trap[], never: 'refuted' | 'verified'): void {
  const rows: string[] = []
  afterAll(() => leaveRows(name, rows))
  test.each(traps)(`$what is never ${never}`, async ({ what, theorem, claim, runs }) => {
    const seen: Record<string, number> = { verified: 0, refuted: 0, undecided: 0 }
    for (let seed = 0; seed < runs; seed++) {
      const { verdict } = (await judged(theorem, { seed: `trap ${seed}`, precision: 0.2 })).get(claim)!
      seen[verdict] = (seen[verdict] ?? 0) + 1
    }
    const others =
      Object.entries(seen).filter(([verdict]) => verdict !== never).map(([verdict, n]) => `${n} ${verdict}`)
    rows.push(countRow(`trap: ${what}, ${never} (${others.join(', ')})`, seen[never]!, runs, '0.000001'))
    expect(seen[never]).toBe(0)
  })
}
