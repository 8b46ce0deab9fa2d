/** A claim's result in words: one line for its verdict, and a block for the place where it fails. */
import type { ClaimReport } from '../verify/evidence.js'
import { type Standing, standingOf } from '../suite/summary.js'
import { seconds as secondsText } from './duration.js'
import { type Palette, paletteFor } from './palette.js'

const marks: Record<Standing, string> = { expected: '✓', contrary: '✗', open: '?' }
const styles: Record<Standing, keyof Palette> = { expected: 'good', contrary: 'bad', open: 'open' }

/** Columns of the lines of one theorem. */
export interface Widths {
  readonly name: number
  readonly verdict: number
}

const noWidths: Widths = { name: 0, verdict: 0 }

/** Widths at which the lines of these claims stand in columns. */
export const widthsOf = (claims: readonly ClaimReport[]): Widths => ({
  name: Math.max(0, ...claims.map(({ name }) => name.length)),
  verdict: Math.max(0, ...claims.map((claim) => verdictText(claim).length)),
})

/** `✓ closedForm  proved   identity of rational functions   misprints 30/30   1.2 s` */
export function claimLine(claim: ClaimReport, widths = noWidths, palette = paletteFor(false)): string {
  const style = palette[styles[standingOf(claim)]]
  const parts = [`${style(marks[standingOf(claim)])} ${claim.name.padEnd(widths.name)}`,
    style(verdictText(claim).padEnd(widths.verdict)), howText(claim), teethText(claim),
    palette.faint(secondsText(secondsOf(claim)))]
  return parts.filter(Boolean).join('  ')
}

/** The parameters at which a claim fails, both of its sides there, and how to see it again; empty where it holds. */
export function counterexampleLines(claim: ClaimReport): string[] {
  const { counterexample, replay } = claim
  if (!counterexample) return []
  const { parameters, left, right, note } = counterexample
  const rows: [string, string | null][] = [['claimed', claim.statement.replace(/\s+/g, ' ').trim()],
    ...Object.entries(parameters), ['left', left], ['right', right], ['note', note || null],
    ['replay', replay && `assay replay ${replay}`]]
  const shown = rows.filter((row): row is [string, string] => row[1] !== null)
  const width = Math.max(...shown.map(([name]) => name.length))
  return shown.map(([name, value]) => `${name.padEnd(width)}  ${value}`)
}

/** What a reader should know beside the verdict: survivors, and the claim that is true instead; often nothing. */
export function remarkLines(claim: ClaimReport, siblings: readonly ClaimReport[]): string[] {
  const survivors = (claim.misprints?.survivors ?? []).map((text) => `not excluded: ${text}`)
  const missed = claim.expected === 'refuted' && claim.verdict !== 'refuted' ? ['expected to be refuted'] : []
  const right = siblings.find(({ name }) => name === claim.corrected)
  const corrected = right ? [`corrected by ${right.name}: ${right.statement.replace(/\s+/g, ' ').trim()}`] : []
  return [...missed, ...survivors, ...corrected]
}

export const secondsOf = (claim: ClaimReport): number => claim.evidence.reduce((sum, { seconds }) => sum + seconds, 0)

const verdictText = ({ verdict, expected }: ClaimReport): string =>
  expected === 'refuted' && verdict === 'refuted' ? 'refuted as expected' : verdict

// the first piece of evidence that gave the verdict speaks; the others are named
function howText({ evidence, verdict }: ClaimReport): string {
  const speaker = evidence.find((piece) => piece.verdict === verdict) ?? evidence[0]
  if (!speaker) return ''
  const others = evidence.filter((piece) => piece !== speaker).map(({ kind }) => kind)
  return others.length ? `${speaker.how} (+ ${[...new Set(others)].join(', ')})` : speaker.how
}

const teethText = ({ misprints }: ClaimReport): string =>
  misprints && misprints.total > 0 ? `misprints ${misprints.killed}/${misprints.total - misprints.equivalent}` : ''
