/** The job behind `assay show ID --tex`: a theorem -> the LaTeX of each claim, as the report prints it. */
import type { Job } from '../suite/messages.js'
import { latexStatement } from '../symbolic/latex.js'
import { compile } from '../theorem/compile.js'
import { texNames } from '../theorem/typeset.js'

const typeset: Job<null, readonly string[]> = async (theorem) => {
  const compiled = await compile(theorem)
  const names = texNames(compiled)
  const lines = [...compiled.claims.values()].map(({ name, states }) => `${name}: ${latexStatement(states, names)}`)
  return { result: lines, faults: [] }
}

export default typeset
