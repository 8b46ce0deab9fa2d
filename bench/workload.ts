/** What a benchmark file states: the same work for us and for the rivals, and the ratios we hold ourselves to. */
import type { Timing } from './rivals.js'

export interface Workload {
  readonly name: string
  /** what one unit is: a normal, a replica-step */
  readonly unit: string
  /** arguments of rival.c and rival.py */
  readonly rival: readonly (string | number)[]
  /** one timed repetition of ours */
  readonly repeat: () => Timing
  /** least ratios of speed, per thread */
  readonly atLeast: { readonly numpy: number; readonly c: number }
}

export const address = { seed: 'bench', theorem: 'bench', claim: 'bench', draw: 0, phase: 'bench' } as const

/** Processor time of a call in nanoseconds per unit; `run` returns the number of units and the check. */
export function timed(run: () => { readonly units: number; readonly check: number }): Timing {
  const before = process.cpuUsage()
  const { units, check } = run()
  const { user, system } = process.cpuUsage(before)
  return { nanoseconds: ((user + system) * 1e3) / units, check }
}
