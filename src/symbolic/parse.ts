/**
 * Text -> tree. The grammar is the parser's of mathjs, cut down to what has one meaning: explicit *, ASCII names,
 * exact literals, whitelisted nodes. Length and nesting are bounded on the raw text, before any parser sees it.
 */
import type { MathNode } from 'mathjs'
import { refuse } from './errors.js'
import { call, number, operator, symbol, type Expression, type Operator } from './expression.js'

export const LONGEST = 4000
export const DEEPEST = 100
/** operations in one formula: a sum of n terms nests n deep */
const MOST_OPERATIONS = 1000

export type Relation = '==' | '<' | '<=' | '>' | '>='
export interface Claim {
  readonly left: Expression
  readonly relation: Relation
  readonly right: Expression
}

type Parser = (text: string) => MathNode
/** mathjs in one file, a door for which the package states no types. */
const bundle: string = 'mathjs/lib/browser/math.js'
let parser: Parser | null = null

/**
 * Loads the parser; call it once before parsing. It costs 0.15 s, so listing theorems never does; every thread pays it,
 * and the hundreds of files of 'mathjs/number' would cost 0.6 s.
 */
export async function loadParser(): Promise<void> {
  parser ??= (await import(/* @vite-ignore */ bundle) as { default: { parse: Parser } }).default.parse
}

/** A formula such as "lambda / (1 - mu) * C". @throws StatementError naming the slip and the way out */
export function parseFormula(text: string): Expression {
  if (!parser) throw new Error('loadParser() was not awaited')
  const folded = checkRaw(text)
  const literals: Expression[] = []
  const marked = folded.replace(/(?<![\w.])(\d+)(?:\.(\d+))?(?![\w.])/g, (_, whole: string, part = '') => {
    literals.push(number(BigInt(whole + part), 10n ** BigInt(part.length)))
    return `n__${literals.length - 1}`
  })
  return convert(parseMarked(marked, folded), literals)
}

/** A claim "left == right", or an inequality. @throws StatementError where there is no relation, or more than one */
export function parseClaim(text: string): Claim {
  const folded = fold(text)
  const parts = folded.split(/(==|<=|>=|<|>)/)
  if (parts.length === 1) {
    refuse('NO_RELATION', folded.includes('=')
      ? `write == for equality in "${short(folded)}"`
      : `"${short(folded)}" states nothing: write "left == right" or an inequality`)
  }
  if (parts.length > 3) {
    refuse('TWO_RELATIONS', `"${short(folded)}" has more than one relation; write one claim for each`)
  }
  return { left: parseFormula(parts[0]!), relation: parts[1] as Relation, right: parseFormula(parts[2]!) }
}

/** A step "name = formula". @throws StatementError */
export function parseStep(line: string): { name: string; value: Expression } {
  const match = /^([A-Za-z]\w*) ?=(?!=)(.*)$/.exec(fold(line))
  if (!match) refuse('NOT_A_STEP', `"${short(fold(line))}" is not a step; write "name = formula"`)
  return { name: match[1]!, value: parseFormula(match[2]!) }
}

export const fold = (text: string): string => text.replace(/\s+/g, ' ').trim()
const short = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text)

function checkRaw(text: string): string {
  const folded = fold(text)
  if (!folded) refuse('EMPTY', 'a formula is empty')
  if (folded.length > LONGEST) {
    refuse('TOO_LONG', `a formula has ${folded.length} characters; at most ${LONGEST}: name its parts in "where"`)
  }
  const operations = folded.match(/[-+*/^,']/g)?.length ?? 0
  if (operations > MOST_OPERATIONS) {
    refuse('TOO_LONG', `a formula has ${operations} operations; at most ${MOST_OPERATIONS}: name its parts in "where"`)
  }
  if (deepest(folded) > DEEPEST) refuse('TOO_DEEP', `more than ${DEEPEST} nested operations in "${short(folded)}"`)
  const odd = /[^\w\s()+\-*/^',.]/.exec(folded)
  if (odd) refuse('BAD_CHARACTER', `"${odd[0]}" has no meaning in "${short(folded)}"; names are ASCII, products are *`)
  const hidden = /(?<![\w.])\d+(?:\.\d+)?(?:(?=[A-Za-z_])\w+| ?\()/.exec(folded)
  if (hidden) refuse('HIDDEN_PRODUCT', `"${hidden[0]}" in "${short(folded)}": write the product with *`)
  const twoUnderscores = /\w*__\w*/.exec(folded)
  if (twoUnderscores) refuse('BAD_NAME', `"${twoUnderscores[0]}" is no name: two underscores are reserved`)
  return folded
}

/** The deepest nesting of parentheses, or the longest run of signs, powers and transposes; nesting costs stack. */
function deepest(text: string): number {
  let [depth, run, most, before] = [0, 0, 0, '(']
  for (const c of text) {
    if (c === ' ') continue
    if (c === '(') depth++
    else if (c === ')') depth--
    else if (c === '^' || c === "'" || ('+-'.includes(c) && '+-*/^(,'.includes(before))) run++
    else if ('+-*/,'.includes(c)) run = 0
    most = Math.max(most, depth, run)
    before = c
  }
  return most
}

function parseMarked(marked: string, original: string): MathNode {
  try {
    return parser!(marked)
  } catch (error) {
    const why = error instanceof Error ? error.message.replace(/n__\d+/g, 'a number') : String(error)
    refuse('SYNTAX', `"${short(original)}" does not parse: ${why.replace(/^\w/, (c) => c.toLowerCase())}`)
  }
}

const binary: Readonly<Record<string, Operator>> = { '+': '+', '-': '-', '*': '*', '/': '/', '^': '^' }

function convert(node: MathNode, literals: readonly Expression[]): Expression {
  const inner = (child: MathNode): Expression => convert(child, literals)
  const n = node as MathNode & {
    name?: string; op?: string; args?: MathNode[]; content?: MathNode; fn?: { name?: string }; implicit?: boolean
  }
  switch (node.type) {
    case 'ParenthesisNode': return inner(n.content!)
    case 'SymbolNode': return named(n.name!, literals)
    case 'FunctionNode': return callOf(n.fn?.name, n.args!.map(inner), () => restore(`${node}`, literals))
    case 'OperatorNode':
      return operatorOf(n.op!, n.args!.map(inner), n.implicit === true, () => restore(`${node}`, literals))
    default: return refuse('SYNTAX', `"${restore(`${node}`, literals)}" is not allowed in a formula`)
  }
}

function callOf(name: string | undefined, operands: Expression[], where: () => string): Expression {
  if (!name) return refuse('SYNTAX', `"${where()}" calls no function`)
  return operands.length ? call(name, ...operands) : refuse('SYNTAX', `"${where()}" calls ${name} without operands`)
}

function named(name: string, literals: readonly Expression[]): Expression {
  const literal = /^n__(\d+)$/.exec(name)
  return literal ? literals[Number(literal[1])]! : symbol(name)
}

function operatorOf(op: string, operands: Expression[], implicit: boolean, where: () => string): Expression {
  if (implicit) refuse('HIDDEN_PRODUCT', `write the product "${where()}" with *`)
  if (op === "'") return operator('transpose', operands[0]!)
  if (operands.length === 1 && op === '+') return operands[0]!
  if (operands.length === 1 && op === '-') return operator('negate', operands[0]!)
  const known = binary[op] ?? refuse('SYNTAX', `the operator "${op}" is not allowed in "${where()}"`)
  return operands.reduce((a, b) => operator(known, a, b))
}

function restore(text: string, literals: readonly Expression[]): string {
  return text.replace(/n__(\d+)/g, (_, i: string) => {
    const literal = literals[Number(i)]
    return literal?.kind === 'number' ? `${Number(literal.numerator) / Number(literal.denominator)}` : i
  })
}
