/** The job behind `assay show ID --tex`: a theorem -> the LaTeX of each claim, as the report prints it. */
import type { Job } from '../suite/messages.js'
import { latexStatement } from '../symbolic/latex.js'
import { compile } from '../theorem/compile.js'

const typeset: Job<null, readonly string[]> = async (theorem) => {
  const { symbols, claims } = await compile(theorem)
  const names = new Map([...symbols].flatMap(([name, { tex }]) => (tex ? [[name, tex] as const] : [])))
  const lines = [...claims.values()].map(({ name, states }) => `${name}: ${latexStatement(states, names)}`)
  return { result: lines, faults: [] }
}

export default typeset
