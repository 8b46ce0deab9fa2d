/** `assay show ID`: a theorem in full, as its module states it. */
import type { Command } from 'commander'
import type { ClaimCard, TheoremCard } from '../suite/card.js'
import { readOneCard } from './one-card.js'
import type { Shell } from './shell.js'
import { tellLines } from './tell-lines.js'

export function addShow(program: Command, shell: Shell, end: (code: number) => void): void {
  program.command('show')
    .description('show one theorem: symbols, hypotheses, algorithm and claims')
    .argument('<ID>')
    .option('--tex', 'the claims as LaTeX')
    .option('--record <file>', 'what a run found of each claim, and what it could have seen')
    .option('--theorems <dir>', 'folder of the theorems', 'theorems')
    .action(async (id: string, flags: { tex?: true; record?: string; theorems: string }) => {
      if (flags.tex) return end(await tellLines(flags.theorems, id, 'cli/typeset-job', shell))
      const card = await readOneCard(id, flags.theorems, shell)
      if (!card) return end(2)
      shell.out.write(cardText(card))
      if (flags.record !== undefined) {
        const [{ readRecord }, { foundText }] =
          await Promise.all([import('../suite/read-record.js'), import('../report/power-text.js')])
        shell.out.write(foundText(await readRecord(flags.record), card.id))
      }
    })
}

/** The whole card, section by section; empty sections are left out. */
export function cardText(card: TheoremCard): string {
  const { id, title, says, source, symbols, given, where, process, measure, claims } = card
  const head = [`${id}  ${title}`, `${source.key}, ${source.at}  ${source.url}`, ...(says ? ['', says] : [])]
  const ranges = Object.entries(symbols).map(([name, [what, range]]) => [name, `${what}: ${range}`] as const)
  const sections = [
    section('symbols', ranges), section('given', Object.entries(given)), section('where', Object.entries(where)),
    section('process', Object.entries(process ?? {}).filter(([name]) => name !== 'kind')),
    section('measure', Object.entries(measure)),
    section('claims', claims.flatMap((claim) => [[claim.name, claim.statement] as const, ...notes(claim)])),
  ]
  return `${[...head, ...sections.flat()].join('\n')}\n`
}

type Row = readonly [string, unknown]

function section(name: string, rows: readonly Row[]): string[] {
  const width = Math.max(0, ...rows.map(([label]) => label.length))
  return rows.length ? ['', name, ...rows.map(([label, value]) => `  ${label.padEnd(width)}  ${textOf(value)}`)] : []
}

function notes({ when, limit, says, expected, corrected, evidence }: ClaimCard): Row[] {
  const lines = [
    when && `when ${when}`,
    limit && `as ${limit}`,
    says,
    expected === 'refuted' && `expected to be refuted${corrected ? `; corrected by ${corrected}` : ''}`,
    `evidence: ${evidence.join(', ')}`,
  ]
  return lines.filter(Boolean).map((line) => ['', line])
}

const textOf = (value: unknown): string => {
  // a name that a library text put into parentheses needs none
  if (typeof value === 'string') return value.replace(/\s+/g, ' ').replace(/(^|[^\w])\((\w+)\)/g, '$1$2').trim()
  if (Array.isArray(value)) return value.map(textOf).join('; ')
  if (isLaw(value)) return lawText(value)
  return Object.entries(value ?? {}).map(([name, part]) => `${name}: ${textOf(part)}`).join(', ')
}

interface LawText { readonly law: string; readonly texts?: Readonly<Record<string, string>> }

const isLaw = (value: unknown): value is LawText => typeof value === 'object' && value !== null && 'law' in value

const lawText = ({ law, texts = {} }: LawText): string =>
  `${law}(${Object.entries(texts).map(([name, text]) => `${name} ${text}`).join(', ')})`
