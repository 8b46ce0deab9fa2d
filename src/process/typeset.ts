/**
 * A process as the page prints it: the lines of the algorithm box, the equation of a diffusion, and the laws of the
 * noise.
 */
import { latexName } from '../symbolic/latex-name.js'
import { latex, type TexNames } from '../symbolic/latex.js'
import { parseFormula, parseStep } from '../symbolic/parse.js'
import type { Algorithm } from './algorithm.js'
import type { Law } from './laws/law.js'
import type { Diffusion, Process, Recurrence } from './text.js'

/** One line as its author wrote it, and as LaTeX. */
export interface TypesetLine {
  readonly text: string
  readonly tex: string
}

/** What is drawn: once a step, or once for each of so many samples, whose number is LaTeX. */
export interface TypesetNoise extends TypesetLine {
  readonly samples: string | null
}

export interface TypesetProcess {
  readonly kind: (Process | Algorithm)['kind']
  /** what is drawn, before it is used */
  readonly noise: readonly TypesetNoise[]
  readonly lines: readonly TypesetLine[]
  /** the step of an algorithm that is no text but TypeScript, as it was loaded */
  readonly code: string | null
}

/** As much of an algorithm as is shown. */
type Code = Pick<Algorithm, 'kind'> & { readonly step: (...parts: never[]) => void }

/** Formulas of a process that were checked; `names` holds symbols with a LaTeX of their own. @throws StatementError */
export function typesetProcess(process: Process | Code, names: TexNames = new Map()): TypesetProcess {
  switch (process.kind) {
    case 'recurrence': return { kind: process.kind, ...recurrencePage(process, names), code: null }
    case 'diffusion': return { kind: process.kind, ...diffusionPage(process, names), code: null }
    case 'algorithm': return { kind: process.kind, noise: [], lines: [], code: String(process.step) }
  }
}

type Page = Pick<TypesetProcess, 'noise' | 'lines'>

function recurrencePage({ noise = {}, batch, step }: Recurrence, names: TexNames): Page {
  const once = Object.entries(noise).map(([name, law]) => ({ ...lawLine(name, law, names), samples: null }))
  const samples = batch ? latex(parseFormula(batch.size), names) : null
  const perSample =
    Object.entries(batch?.sample ?? {}).map(([name, law]) => ({ ...lawLine(name, law, names), samples }))
  const lines = step.map((text) => {
    const { name, value } = parseStep(text)
    return { text, tex: `${latexName(name, names)} \\leftarrow ${latex(value, names)}` }
  })
  return { noise: [...once, ...perSample], lines }
}

function diffusionPage({ state, drift, diffusion }: Diffusion, names: TexNames): Page {
  const variables = Object.keys(state)
  const of = (field: Diffusion['drift'], name: string): string =>
    (typeof field === 'string' ? field : field[name] ?? '0')
  const lines = variables.map((name) => {
    const [a, b] = [of(drift, name), of(diffusion, name)]
    const x = latexName(name, names)
    const wiener = variables.length > 1 ? `W_{${x}}` : 'W'
    const [drifting, shaking] = [a, b].map((text) => bracketed(text, names))
    return {
      text: `d ${name} = (${a}) dt + (${b}) dW`,
      tex: `\\mathrm{d} ${x} = ${drifting} \\,\\mathrm{d} t + ${shaking} \\,\\mathrm{d} ${wiener}`,
    }
  })
  return { noise: [], lines }
}

/** A factor before a differential: sums stand in parentheses. */
function bracketed(text: string, names: TexNames): string {
  const formula = parseFormula(text)
  const isSum = formula.kind === 'operator' && (formula.operator === '+' || formula.operator === '-')
  return isSum ? `\\left(${latex(formula, names)}\\right)` : latex(formula, names)
}

/** "eta ~ gaussian, covariance C": the law by its name, with the texts that its author gave. */
function lawLine(name: string, { law, texts }: Law, names: TexNames): TypesetLine {
  const details = Object.entries(texts)
  return {
    text: [`${name} ~ ${law}`, ...details.map(([what, value]) => `${what} ${String(value)}`)].join(', '),
    tex: [`${latexName(name, names)} \\sim \\text{${law}}`,
      ...details.map(([what, value]) => `\\text{${what} } ${detailTex(value, names)}`)].join(',\\; '),
  }
}

function detailTex(value: Law['texts'][string], names: TexNames): string {
  if (typeof value === 'string') return latex(parseFormula(value), names)
  if (typeof value === 'number') return `${value}`
  if (typeof value === 'boolean') return `\\text{${value ? 'yes' : 'no'}}`
  return value.map((text) => latex(parseFormula(text), names)).join(', ')
}
