/**
 * Plausible wrong versions of a formula or a claim: one change each, described in words, without repetitions, of the
 * shape of the original. A check that cannot tell a claim from its misprints proves nothing; an equivalent one is
 * found by the algebra, not here.
 */
import { multiply, divide, number, operandsOf, withOperands, type Expression } from './expression.js'
import { rules, type Surroundings } from './misprint-rules.js'
import type { Claim, Relation } from './parse.js'
import { print } from './print.js'

export interface Misprint<F> {
  readonly formula: F
  readonly description: string
}

/** What the rules need to know of the symbols. */
export type Vocabulary = Partial<Surroundings> & Pick<Surroundings, 'shapeOf'>

/** The misprints of a formula, in a fixed order. */
export function misprintsOf(e: Expression, vocabulary: Vocabulary): Misprint<Expression>[] {
  const around: Surroundings = { symbols: [], symmetric: new Set(), ...vocabulary }
  const shape = around.shapeOf(e)
  const seen = new Set([print(e)])
  return [...changesIn(e, around), ...wholeFactors(e)].filter(({ formula }) => {
    const text = print(formula)
    if (seen.has(text) || around.shapeOf(formula) !== shape) return false
    seen.add(text)
    return true
  })
}

/** The misprints of a claim: of both sides, but not of a side that is a single symbol, and of the relation. */
export function misprintsOfClaim(claim: Claim, vocabulary: Vocabulary): Misprint<Claim>[] {
  const sideOf = (side: 'left' | 'right'): Misprint<Claim>[] => {
    if (claim[side].kind === 'symbol' || claim[side].kind === 'number') return []
    return misprintsOf(claim[side], vocabulary)
      .map(({ formula, description }) => ({ formula: { ...claim, [side]: formula }, description }))
  }
  return [...sideOf('right'), ...sideOf('left'), ...turned(claim)]
}

/** The single changes of a tree, each where it stands. */
function changesIn(e: Expression, around: Surroundings): Misprint<Expression>[] {
  const own = rules.flatMap((rule) => rule(e, around)).map(({ what, to }) => ({
    formula: to,
    description: `${what}: "${short(print(to))}" for "${short(print(e))}"`,
  }))
  const inside = operandsOf(e).flatMap((part, i) => changesIn(part, around).map(({ formula, description }) => ({
    formula: withOperands(e, operandsOf(e).map((other, j) => (j === i ? formula : other))),
    description,
  })))
  return [...own, ...inside]
}

/** Twice and half of the whole. */
function wholeFactors(e: Expression): Misprint<Expression>[] {
  return [
    { formula: multiply(number(2), e), description: `factor 2 too much: "2 * (${short(print(e))})"` },
    { formula: divide(e, number(2)), description: `factor 1/2: "(${short(print(e))}) / 2"` },
  ]
}

const opposite: Partial<Record<Relation, Relation>> = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' }

function turned(claim: Claim): Misprint<Claim>[] {
  const relation = opposite[claim.relation]
  const isCondition = claim.left.kind === 'call' && ['posdef', 'exists'].includes(claim.left.name)
  return relation && !isCondition
    ? [{ formula: { ...claim, relation }, description: `${relation} for ${claim.relation}` }] : []
}

const short = (text: string): string => (text.length > 70 ? `${text.slice(0, 67)}...` : text)
