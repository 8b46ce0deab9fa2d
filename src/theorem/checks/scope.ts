/** What the texts of a theorem may name, and the shapes of what they name. */
import { refuse } from '../../symbolic/errors.js'
import { operandsOf, type Expression } from '../../symbolic/expression.js'
import { print } from '../../symbolic/print.js'
import { functions } from '../../symbolic/vocabulary.js'
import type { Theorem } from '../define.js'
import { expand, type Definition } from '../definitions.js'
import type { Domain } from '../domain.js'
import { checkNames } from './names.js'
import { callable, shapeIn } from './shape-calls.js'
import { lawShape, matrixShape, scalarShape, shaped, type Shaped } from './shape-ring.js'

export interface Scope {
  readonly theorem: Theorem
  /** definitions read so far, in order */
  readonly where: readonly Definition[]
  /** shapes of constants, symbols, definitions */
  readonly shapes: ReadonlyMap<string, Shaped>
  /** names that are not to be used outside claims, because they are measured or rest on what is */
  readonly measured: ReadonlySet<string>
}

export const shapeOf = ({ shape, rows, columns }: Domain): Shaped => (shape === 'law' ? lawShape : shaped(rows, columns))

/** Constants of every theorem. */
export const constantShapes: readonly (readonly [string, Shaped])[] =
  [['I', matrixShape], ['D', scalarShape], ['pi', scalarShape], ['infinity', scalarShape]]

/** All names that a claim may use. */
export const namesOf = ({ shapes, where }: Scope): readonly string[] => [...shapes.keys(), ...where.map(({ name }) => name)]

/** Names of parameters alone: what hypotheses, the process and the measures may use. */
export const givenNames = (scope: Scope): readonly string[] => namesOf(scope).filter((name) => !scope.measured.has(name))

export interface Vocabulary {
  readonly names: Iterable<string>
  /** definitions with parameters: they may be called */
  readonly where: readonly Definition[]
  /** 'this theorem' or 'this process' */
  readonly of: string
}

/**
 * Reads a text: its names, then its grammar, then the functions it calls.
 * @throws StatementError
 */
export function read<T>(text: string, words: Vocabulary, parse: (text: string) => T, formulas: (parsed: T) => readonly Expression[]): T {
  checkNames(text, words.names, words.of)
  const parsed = parse(text)
  for (const e of formulas(parsed)) checkCalls(e, words.where)
  return parsed
}

/** The shape of a formula in a scope, definitions with parameters written out. @throws StatementError */
export const shapeAt = (e: Expression, { where }: Scope, shapes: ReadonlyMap<string, Shaped>): Shaped => shapeIn(expand(e, where), shapes)

function checkCalls(e: Expression, where: readonly Definition[]): void {
  if (e.kind === 'call' && !where.some(({ name, parameters }) => name === e.name && parameters.length)) checkCall(e)
  for (const part of operandsOf(e)) checkCalls(part, where)
}

function checkCall(e: Extract<Expression, { kind: 'call' }>): void {
  const counts = functions.get(e.name)
  if (!counts && !callable.has(e.name)) {
    const inner = e.operands.map((operand) => print(operand)).join(', ')
    refuse('HIDDEN_PRODUCT', `"${e.name}" is no function; write the product "${e.name} * (${inner})" with *`)
  }
  const [least, most] = counts ?? [1, Infinity]
  const n = e.operands.length
  if (n < least || n > most) {
    refuse('OPERANDS', `${e.name}() takes ${least === most ? least : `${least} to ${most}`} operand${most === 1 ? '' : 's'}, not ${n}`)
  }
}
