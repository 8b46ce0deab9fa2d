/** The lines that a job makes of one theorem, on the output. */
import { folded } from '../report/fitted.js'
import type { Shell } from './shell.js'
import { tellFaults } from './tell-faults.js'

/** Prints what a job, named as a module below src, says of a theorem; returns the exit code. */
export async function tellLines(folder: string, id: string, job: string, shell: Shell): Promise<0 | 2> {
  const [{ linesOf }, { moduleUrl }] =
    await Promise.all([import('../suite/lines-of.js'), import('../suite/bootstrap.js')])
  const { result, faults } = await linesOf(folder, id, { job: moduleUrl(job) })
  for (const line of result ?? []) shell.out.write(`${folded(line, shell.out.columns, 6).join('\n')}\n`)
  return tellFaults(faults, shell)
}
