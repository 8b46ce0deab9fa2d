/** A theorem as its page prints it: every text as it was written, and the LaTeX of the very tree that is checked. */
import { typesetProcess, type TypesetLine, type TypesetProcess } from '../process/typeset.js'
import type { Algorithm } from '../process/algorithm.js'
import type { Process } from '../process/text.js'
import { latex, latexStatement, type TexNames } from '../symbolic/latex.js'
import { latexName } from '../symbolic/latex-name.js'
import { fold } from '../symbolic/parse.js'
import type { CompiledClaim, CompiledTheorem } from './compile.js'
import type { Condition } from './conditions.js'

export interface TypesetSymbol {
  readonly name: string
  readonly tex: string
  readonly describes: string
  /** the range as LaTeX, with the symbol in it */
  readonly range: string
}

/** What a theorem states apart from its claims: plain JSON. */
export interface Stated {
  readonly says: string | null
  readonly work: {
    readonly title: string; readonly authors: readonly string[]; readonly venue: string; readonly year: number
  }
  readonly symbols: readonly TypesetSymbol[]
  readonly given: readonly TypesetLine[]
  readonly where: readonly TypesetLine[]
  readonly measure: readonly TypesetLine[]
  /** null where the theorem speaks of no process */
  readonly process: TypesetProcess | null
}

/** Symbols that have a LaTeX of their own. */
export const texNames = ({ symbols }: Pick<CompiledTheorem, 'symbols'>): TexNames =>
  new Map([...symbols].flatMap(([name, { tex }]) => (tex ? [[name, tex] as const] : [])))

/** Everything that stands above the claims. */
export function typesetTheorem(compiled: CompiledTheorem): Stated {
  const { theorem: { says = null, source: { title, authors, venue, year }, process }, symbols, given, where, measure } =
    compiled
  const names = texNames(compiled)
  return {
    says,
    work: { title, authors, venue, year },
    symbols: [...symbols].map(([name, { describes, range }]) => {
      const tex = latexName(name, names)
      return { name, tex, describes, range: range.tex(tex) }
    }),
    given: given.map(({ text, conditions }) => ({ text: fold(text), tex: latexConditions(conditions, names) })),
    where: where.map(({ name, parameters, body, text }) => {
      const head = parameters.length ? `${name}(${parameters.join(', ')})` : name
      const arguments_ = parameters.length
        ? `\\left(${parameters.map((p) => latexName(p, names)).join(', ')}\\right)` : ''
      return { text: `${head} = ${fold(text)}`, tex: `${latexName(name, names)}${arguments_} = ${latex(body, names)}` }
    }),
    measure: [...measure].map(([name, e]) => {
      const text = compiled.theorem.measure[name]
      return { text: `${name} = ${String(text)}`, tex: `${latexName(name, names)} = ${latex(e, names)}` }
    }),
    process: isProcess(process) ? typesetProcess(process, names) : null,
  }
}

const kinds: readonly unknown[] =
  ['recurrence', 'diffusion', 'algorithm'] satisfies readonly (Process | Algorithm)['kind'][]

const isProcess = (process: object | undefined): process is Process | Algorithm =>
  process !== undefined && 'kind' in process && kinds.includes(process.kind)

/** Conditions joined by "and". */
const latexConditions = (conditions: readonly Condition[], names: TexNames): string =>
  conditions.map((one) => latexStatement({ kind: 'relation', ...one }, names)).join(' \\text{ and } ')

/** What a claim supposes, as LaTeX. */
export function typesetConditions(
  { when, limit }: CompiledClaim, names: TexNames,
): { readonly when: string | null; readonly limit: string | null } {
  return {
    when: when.length ? latexConditions(when, names) : null,
    limit: limit && `${latexName(limit.symbol, names)} \\to ${latex(limit.to, names)}`,
  }
}
