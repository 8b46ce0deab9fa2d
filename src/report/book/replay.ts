/** The commands that show a result again. */
import type { SuiteReport } from '../../suite/events.js'
import type { ClaimReport } from '../../verify/evidence.js'

/** Verifies one theorem as it was verified in the run of this record. */
export function verifyCommand(id: string, { seed, run, budget }: SuiteReport): string {
  const misprints = run.misprints ? '' : ' --no-misprints'
  return `assay verify ${id} --seed ${seed} --effort ${run.effort} --precision ${budget.precision}${misprints}`
}

/** Verifies one claim with the random numbers that decided it; null where no sample did. */
export const replayCommand = ({ replay }: ClaimReport): string | null =>
  (replay === null ? null : `assay replay ${replay}`)
