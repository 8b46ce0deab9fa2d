/** Formulas as text for the computer-algebra package and back: its reserved names e, E, i, pi never reach it. */
import { refuse, StatementError } from './errors.js'
import { call, number, rewrite, symbol, type Expression } from './expression.js'
import { parseFormula } from './parse.js'
import { print } from './print.js'

/** Functions whose meaning the package shares. */
const shared: ReadonlySet<string> = new Set(['exp', 'log', 'sqrt', 'abs'])

export interface Renaming {
  /** a formula in the package's words, new symbols under new names. @throws StatementError for matrices and such */
  textOf(e: Expression): string
  /** a formula from the package's words; null where they have no meaning here */
  formulaOf(text: string): Expression | null
}

/** A fresh table of names v1, v2, ... */
export function renaming(): Renaming {
  const there = new Map<string, string>()
  const back = new Map<string, string>()
  const foreign = (name: string): string => {
    if (!there.has(name)) {
      there.set(name, `v${there.size + 1}`)
      back.set(there.get(name)!, name)
    }
    return there.get(name)!
  }
  const outward = (node: Expression): Expression => {
    if (node.kind === 'symbol') return symbol(foreign(node.name))
    const isForeign = node.kind === 'call'
      ? !shared.has(node.name) : node.kind === 'operator' && node.operator === 'transpose'
    return isForeign ? refuse('NOT_SCALAR', `"${print(node)}" has no meaning for the computer-algebra package`) : node
  }
  return {
    textOf: (e) => print(rewrite(e, outward)),
    formulaOf: (text) => {
      try {
        return rewrite(parseFormula(text), (node) => inward(node, back))
      } catch (error) {
        if (error instanceof StatementError) return null
        throw error
      }
    },
  }
}

/** e^u is exp(u); a name that was never given out is an invention of the package. */
function inward(node: Expression, back: ReadonlyMap<string, string>): Expression {
  if (node.kind === 'operator' && node.operator === '^' && isEuler(node.operands[0]!)) {
    return call('exp', node.operands[1]!)
  }
  if (node.kind === 'call' && !shared.has(node.name)) refuse('UNKNOWN_FUNCTION', `${node.name}() is no function here`)
  if (node.kind !== 'symbol' || node.name === 'pi') return node
  if (node.name === 'e') return call('exp', number(1))
  return symbol(back.get(node.name) ?? refuse('UNKNOWN_SYMBOL', `"${node.name}" was never asked about`))
}

const isEuler = (e: Expression): boolean => e.kind === 'call' && e.name === 'exp' && e.operands[0]!.kind === 'number'
