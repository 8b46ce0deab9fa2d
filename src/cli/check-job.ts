/** The job behind `assay check`: a theorem -> its claims as they were read, and which evidence is possible for each. */
import type { Job } from '../suite/messages.js'
import { unicodeStatement } from '../report/unicode-formula.js'
import { unicodeName } from '../report/unicode-name.js'
import { checkTheorem } from '../theorem/check.js'
import { compile, type CompiledClaim, type CompiledTheorem } from '../theorem/compile.js'
import { admittedEvidence, type Admission } from '../verify/admitted-evidence.js'
import { loadKinds } from '../verify/kinds.js'

const check: Job<null, readonly string[]> = async (theorem, { file }) => {
  const { theorem: sound, faults } = await checkTheorem(theorem)
  const ill = faults.map((fault) => ({ ...fault, file }))
  return { result: sound ? await linesOf(await compile(sound)) : null, faults: ill }
}

export default check

/** All that a check will need. */
export const prepare = (): Promise<unknown> => loadKinds()

async function linesOf(compiled: CompiledTheorem): Promise<string[]> {
  const { theorem: { id, title, source }, symbols, claims } = compiled
  const ask = admittedEvidence(compiled)
  const lines = [`${id}  ${title} (${source.key}, ${source.at})`, '', ...symbolLines(symbols), '']
  for (const claim of claims.values()) lines.push(...claimLines(claim, await ask(claim)), '')
  return lines.slice(0, -1)
}

function symbolLines(symbols: CompiledTheorem['symbols']): string[] {
  const rows = [...symbols].map(([name, { describes, range, rows: r, columns }]) =>
    [
      unicodeName(name), describes, range.plain(unicodeName(name)).replaceAll(' * ', ' ').replaceAll('==', '='),
      shape(r, columns),
    ] as const)
  const width = (k: 0 | 1 | 2): number => Math.max(0, ...rows.map((row) => row[k].length))
  return rows.map(([name, what, range, size]) =>
    `  ${name.padEnd(width(0))}  ${what.padEnd(width(1))}  ${range.padEnd(width(2))}  ${size}`.trimEnd())
}

const shape = (rows: string, columns: string): string =>
  (rows === '1' && columns === '1' ? 'number' : `${rows} × ${columns}`)

function claimLines({ name, states, whenText, limit }: CompiledClaim, found: readonly Admission[]): string[] {
  const conditions =
    [whenText && `when ${whenText.replace(/\s+/g, ' ')}`, limit && `as ${unicodeName(limit.symbol)} goes to its limit`]
  return [
    `${name}:  ${unicodeStatement(states)}`,
    ...conditions.filter(Boolean).map((text) => `    ${text}`),
    ...found.filter(({ stated, refusal }) => stated && refusal).map(({ kind, refusal }) => `  ✗ ${kind}: ${refusal}`),
    ...line('✓ evidence:', found.filter(({ stated, refusal }) => stated && !refusal)),
    ...line('+ possible as well:', found.filter(({ stated, refusal }) => !stated && !refusal)),
    ...found.filter(({ stated, refusal }) => !stated && refusal)
      .map(({ kind, refusal }) => `  - ${kind} cannot decide it: ${refusal}`),
  ]
}

const line = (head: string, found: readonly Admission[]): string[] =>
  (found.length ? [`  ${head} ${found.map(({ kind }) => kind).join(', ')}`] : [])
