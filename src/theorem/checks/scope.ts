/** What the texts of a theorem may name, and the shapes of what they name. */
import type { Expression } from '../../symbolic/expression.js'
import { parseFormula } from '../../symbolic/parse.js'
import type { Theorem } from '../define.js'
import { expand, type Definition } from '../definitions.js'
import type { Domain } from '../domain.js'
import { checkCalls } from './calls.js'
import { checkNames } from './names.js'
import { shapeIn } from './shape-calls.js'
import { lawShape, matrixShape, scalarShape, shaped, type Shaped, type Shapes } from './shape-ring.js'

export interface Scope {
  readonly theorem: Theorem
  /** definitions read so far, in order */
  readonly where: readonly Definition[]
  /** shapes of constants, symbols, definitions */
  readonly shapes: Shapes
  /** names that only claims may use, because they are measured or rest on what is */
  readonly measured: ReadonlySet<string>
}

/** The words of a text beside the vocabulary. */
export interface Words {
  readonly names: readonly string[]
  /** definitions with parameters: they may be called */
  readonly where: readonly Definition[]
  /** symbols that stand for any function: they may be called */
  readonly arbitrary: ReadonlySet<string>
  /** 'this theorem' or 'this process' */
  readonly of: string
}

export const shapeOf = ({ shape, rows, columns }: Domain): Shaped =>
  (shape === 'law' ? lawShape : shaped(rows, columns))

/** Constants of every theorem. */
export const constantShapes: readonly (readonly [string, Shaped])[] =
  [['I', matrixShape], ['D', scalarShape], ['pi', scalarShape], ['infinity', scalarShape]]

/** What a claim may name: everything. */
export const allWords = ({ shapes, where, theorem: { symbols } }: Scope): Words => ({
  names: [...shapes.keys(), ...where.map(({ name }) => name)],
  where,
  arbitrary: new Set(Object.keys(symbols).filter((name) => symbols[name]!.role === 'function')),
  of: 'this theorem',
})

/** What hypotheses, laws and coefficients may name: parameters, nothing measured. */
export function parameterWords(scope: Scope): Words {
  const { names, where } = allWords(scope)
  const given = names.filter((name) => !scope.measured.has(name))
  return { names: given, where, arbitrary: new Set(), of: 'the given symbols' }
}

/** What lines and measures may name: parameters, and what the process declares. */
export function processWords(scope: Scope, process: Shapes): Words {
  const { names, where } = parameterWords(scope)
  return { names: [...names, ...process.keys()], where, arbitrary: allWords(scope).arbitrary, of: 'this process' }
}

/** Reads a text: its names, then its grammar, then the functions it calls. @throws StatementError */
export function read<T>(
  text: string, words: Words, parse: (text: string) => T, formulas: (parsed: T) => readonly Expression[],
): T {
  checkNames(text, words.names, words.of)
  const parsed = parse(text)
  for (const e of formulas(parsed)) checkCalls(e, words.where, words.arbitrary)
  return parsed
}

/** Reads one formula. @throws StatementError */
export const readFormula = (text: string, words: Words): Expression => read(text, words, parseFormula, (e) => [e])

/** The shape of a formula, with names of the process where they are given. @throws StatementError */
export const shapeAt = (e: Expression, { where, shapes }: Scope, process: Shapes = new Map()): Shaped =>
  shapeIn(expand(e, where), new Map([...shapes, ...process]))
