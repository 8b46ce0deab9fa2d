/**
 * The random numbers are tested once in every deep run, before anything is verified with them. Where they fail, nothing
 * is verified at all: a generator that breaks known laws says nothing of unknown ones.
 */
import type { SelfTest } from '../simulation/self-test.js'
import type { StatementFault } from '../verify/evidence.js'
import { faultOf } from './faults.js'

export type TestGenerator = (seed: string) => SelfTest | Promise<SelfTest>

/** What the record says of the test. */
export interface GeneratorReport {
  readonly ok: boolean
  /** number of checks, and the largest |z| among them; a sound generator exceeds 7 once in 10^11 checks */
  readonly checks: number
  readonly largest: number
  /** checks that failed, such as "normal: moment 4" */
  readonly failed: readonly string[]
}

/** Code of the fault that stands for a failed test. */
export const badGenerator = 'BAD_GENERATOR'
/** From this effort on the generator is tested first. */
export const deepEffort = 10

/** The outcome for the streams of a seed; null where the effort does not ask for it. */
export async function generatorReport(
  { effort, seed }: { readonly effort: number; readonly seed: string }, test: TestGenerator = ownTest,
): Promise<GeneratorReport | null> {
  if (effort < deepEffort) return null
  const { ok, checks } = await test(seed)
  const largest = Math.max(...checks.map(({ z }) => Math.abs(z)))
  return {
    ok, checks: checks.length, largest, failed: checks.filter((c) => !c.ok).map(({ law, name }) => `${law}: ${name}`),
  }
}

const ownTest: TestGenerator = async (seed) => (await import('../simulation/self-test.js')).selfTest(seed)

/** What a failed test is told as. */
export const generatorFault = ({ failed }: GeneratorReport): StatementFault => faultOf('random numbers', badGenerator,
  `fail their self-test (${failed.join(', ')}), so nothing was verified; run npm test on this machine`)
