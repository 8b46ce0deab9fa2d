/**
 * What a run found of each claim of a theorem, and its power: the errors it would have seen, the samples it still
 * needs.
 */
import type { ClaimReport, Evidence, RunReport } from '../verify/evidence.js'

interface Power {
  readonly detectable: number | null
  readonly samplesNeeded: number | null
}

/** A section `found` with a line for each claim; one that says so where the record has no such theorem. */
export function foundText({ theorems, seed }: RunReport, id: string): string {
  const claims = theorems.find((theorem) => theorem.id === id)?.claims
  if (!claims) return `\nfound\n  nothing: the record has no ${id}\n`
  const width = Math.max(...claims.map(({ name }) => name.length))
  const lines = claims.flatMap((claim) => {
    const [first = '', ...more] = linesOf(claim)
    return [`  ${claim.name.padEnd(width)}  ${first}`, ...more.map((line) => `  ${' '.repeat(width)}  ${line}`)]
  })
  return `\nfound with seed ${seed}\n${lines.join('\n')}\n`
}

const linesOf = ({ verdict, evidence }: ClaimReport): string[] => [verdict, ...evidence.flatMap(powerLines)]

/** `simulated: the smallest error it would have refuted is 1.3 %`. */
export function powerLines({ kind, power }: Evidence): string[] {
  const { detectable = null, samplesNeeded = null } = (power ?? {}) as Partial<Power>
  return [
    ...(detectable === null
      ? [] : [`${kind}: the smallest error it would have refuted is ${Number((100 * detectable).toPrecision(2))} %`]),
    ...(samplesNeeded === null ? [] : [`${kind}: about ${samplesNeeded} samples are needed at the hardest draw`]),
  ]
}
