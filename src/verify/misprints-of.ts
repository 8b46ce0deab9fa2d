/** The misprints of a claim: of its own formula, and of every definition that it rests on and the process does not. */
import { StatementError } from '../symbolic/errors.js'
import { divide, type Expression, multiply, number, operandsOf, sameTree } from '../symbolic/expression.js'
import {
  misprintsOf as misprintsOfFormula, misprintsOfClaim, type Misprint, type Vocabulary,
} from '../symbolic/misprints.js'
import type { Claim } from '../symbolic/parse.js'
import { Pole } from '../symbolic/ring.js'
import { formulasOf, type Statement } from '../symbolic/statement.js'
import { shapeText } from '../symbolic/value.js'
import { statesOf } from '../theorem/checks/process.js'
import { constantShapes, shapeOf } from '../theorem/checks/scope.js'
import { shapeIn } from '../theorem/checks/shape-calls.js'
import { scalarShape, type Shapes } from '../theorem/checks/shape-ring.js'
import type { CompiledClaim, CompiledTheorem } from '../theorem/compile.js'
import { expand, restsOn, type Definition } from '../theorem/definitions.js'
import { binders } from '../theorem/words.js'
import type { Case } from './case.js'
import { isExistence } from './conditions.js'
import type { Variant } from './variant.js'

/** Every misprint as a variant of the claim, in a fixed order. */
export function misprintsOf(claim: CompiledClaim, { compiled }: Case): readonly Variant[] {
  const vocabulary = vocabularyOf(compiled, namesIn(claim, compiled))
  const own = statementMisprints(claim.states, vocabulary)
    .map(({ states, change }): Variant => ({ claim: { ...claim, states }, where: compiled.where, change }))
  return [...own, ...mutableDefinitions(claim, compiled)
    .flatMap((definition) => definitionMisprints(claim, definition, compiled, vocabulary))]
}

interface Changed {
  readonly states: Statement
  readonly change: string
}

function statementMisprints(states: Statement, vocabulary: Vocabulary): Changed[] {
  if (states.kind === 'relation') {
    return misprintsOfClaim(states, vocabulary).map(({ formula, description }) =>
      ({ states: { ...formula, kind: 'relation' }, change: description }))
  }
  const inSide = (side: 'premise' | 'conclusion'): Changed[] => states[side].flatMap((condition, i) =>
    conditionMisprints(condition, vocabulary).map(({ formula, description }) =>
      ({ states: { ...states, [side]: replaced(states[side], i, formula) }, change: description })))
  return [...inSide('premise'), ...inSide('conclusion')]
}

/** What exists() asks of the process is no formula to misprint. */
const conditionMisprints = (condition: Claim, vocabulary: Vocabulary): Misprint<Claim>[] =>
  isExistence(condition.left) ? []
    : misprintsOfClaim(condition, vocabulary).filter(({ formula }) => !isRescaled(formula, condition))

/** Twice or half of what is compared with zero is the same condition. */
const isRescaled = (changed: Claim, { left, right }: Claim): boolean => sameTree(right, number(0))
  && [multiply(number(2), left), divide(left, number(2))].some((scaled) => sameTree(scaled, changed.left))

const replaced = (all: readonly Claim[], at: number, by: Claim): Claim[] => all.map((one, i) => (i === at ? by : one))

function namesIn(claim: CompiledClaim, { where }: CompiledTheorem): ReadonlySet<string> {
  const used = new Set<string>()
  for (const e of formulasOf(claim.states)) restsOn(e, where, used)
  return used
}

/** Definitions behind the claim; what the process itself uses would change the process, not the claim. */
function mutableDefinitions(claim: CompiledClaim, compiled: CompiledTheorem): readonly Definition[] {
  const { where, theorem } = compiled
  const used = namesIn(claim, compiled)
  const process = JSON.stringify(theorem.process ?? {})
  const behind = new Set<string>()
  for (const { name, body } of where) {
    if (!new RegExp(`\\b${name}\\b`).test(process)) continue
    behind.add(name)
    restsOn(body, where, behind)
  }
  return where.filter(({ name }) => used.has(name) && !behind.has(name))
}

function definitionMisprints(
  claim: CompiledClaim, definition: Definition, { where }: CompiledTheorem, vocabulary: Vocabulary,
): Variant[] {
  const local: Vocabulary = { ...vocabulary, shapeOf: (e) => vocabulary.shapeOf(bound(e, definition)) }
  return misprintsOfFormula(definition.body, local).map(({ formula, description }) => ({
    claim,
    where: where.map((other) => (other === definition ? { ...definition, body: formula } : other)),
    change: `in ${definition.name}: ${description}`,
  }))
}

/** Parameters of a definition are numbers; they are given a shape by standing for D, which is one. */
const bound = (e: Expression, { parameters }: Definition): Expression =>
  parameters.length
    ? expand({ kind: 'call', name: 'of', operands: parameters.map(() => ({ kind: 'symbol', name: 'D' })) }, [
      { name: 'of', parameters, body: e, text: '' },
    ]) : e

/** Shapes by evaluation; symbols are the given ones, and the measured ones that the claim names. */
function vocabularyOf({ symbols, where, claims, theorem }: CompiledTheorem, named: ReadonlySet<string>): Vocabulary {
  const given = [...symbols].filter(([name, { role }]) => role === 'given' || (role === 'measured' && named.has(name)))
  const shapes = new Map([
    ...constantShapes, ...statesOf(theorem), ...opened(claims, where).map((name) => [name, scalarShape] as const),
    ...[...symbols].map(([name, domain]) => [name, shapeOf(domain)] as const),
  ])
  for (const { name, parameters, body } of where) {
    if (!parameters.length) shapes.set(name, shapeIn(expand(body, where), shapes))
  }
  return {
    shapeOf: (e) => shapeOrNull(expand(e, where), shapes),
    symbols: given.map(([name]) => name),
    symmetric: new Set(
      given.filter(([, { symmetric, shape }]) => symmetric && shape === 'matrix').map(([name]) => name),
    ),
  }
}

/** Variables that formulas open themselves: the x of integral(x, 0, 1, f). */
function opened(claims: CompiledTheorem['claims'], where: readonly Definition[]): readonly string[] {
  const formulas =
    [...[...claims.values()].flatMap(({ states }) => formulasOf(states)), ...where.map(({ body }) => body)]
  const openedBy = (e: Expression): string[] => [
    ...(e.kind === 'call' && isBinder(e.name) && e.operands[0]?.kind === 'symbol' ? [e.operands[0].name] : []),
    ...operandsOf(e).flatMap(openedBy),
  ]
  return formulas.flatMap(openedBy)
}

const isBinder = (name: string): boolean => (binders as readonly string[]).includes(name)

function shapeOrNull(e: Expression, shapes: Shapes): string | null {
  try {
    return shapeText(shapeIn(e, shapes))
  } catch (error) {
    if (error instanceof StatementError || error instanceof Pole) return null
    throw error
  }
}
