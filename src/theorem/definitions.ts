/** Definitions of a theorem: formulas with names, in order, some with parameters such as L(x). */
import { refuse } from '../symbolic/errors.js'
import { evaluate, type Calls } from '../symbolic/evaluate.js'
import { callsIn, namesIn, rewrite, substitute, type Expression } from '../symbolic/expression.js'
import { parseFormula } from '../symbolic/parse.js'
import type { Ring } from '../symbolic/ring.js'
import type { Value } from '../symbolic/value.js'

export interface Definition {
  readonly name: string
  /** empty for a plain name */
  readonly parameters: readonly string[]
  readonly body: Expression
  readonly text: string
}

/** The head of a definition: 'L(x)' declares L with the parameter x. @throws StatementError */
export function parseHead(head: string): { name: string; parameters: readonly string[] } {
  const match = /^\s*([A-Za-z]\w*)\s*(?:\(\s*([A-Za-z]\w*(?:\s*,\s*[A-Za-z]\w*)*)\s*\))?\s*$/.exec(head)
  if (!match) refuse('BAD_NAME', `"${head}" defines nothing: write "name" or "name(x)"`)
  return { name: match[1]!, parameters: match[2]?.split(',').map((p) => p.trim()) ?? [] }
}

/** @throws StatementError */
export const parseDefinition = (head: string, text: string): Definition =>
  ({ ...parseHead(head), body: parseFormula(text), text })

/** The formula with every call of a definition written out. @throws StatementError for a wrong number of operands */
export function expand(e: Expression, definitions: readonly Definition[]): Expression {
  const byName = new Map(definitions.filter((d) => d.parameters.length).map((d) => [d.name, d]))
  const written = (part: Expression): Expression => rewrite(part, (node) => {
    const definition = node.kind === 'call' ? byName.get(node.name) : undefined
    return definition && node.kind === 'call' ? written(applied(definition, node.operands)) : node
  })
  return byName.size ? written(e) : e
}

function applied({ name, parameters, body }: Definition, operands: readonly Expression[]): Expression {
  if (operands.length !== parameters.length) {
    refuse('OPERANDS', `${name}(${parameters.join(', ')}) is called with ${operands.length} operands`)
  }
  return substitute(body, new Map(parameters.map((p, i) => [p, operands[i]!])))
}

/** Names that a formula rests on, through the definitions. */
export function restsOn(e: Expression, definitions: readonly Definition[], found = new Set<string>()): Set<string> {
  for (const name of [...namesIn(e), ...callsIn(e)]) {
    if (found.has(name)) continue
    found.add(name)
    const definition = definitions.find((d) => d.name === name)
    if (definition) restsOn(definition.body, definitions, found)
  }
  return found
}

/**
 * The given values and those of all plain definitions whose names have values, in the order in which they are written.
 * @throws StatementError for shapes that disagree, Pole for a division by zero at this point
 */
export function withDefinitions<T>(
  values: ReadonlyMap<string, Value<T>>, definitions: readonly Definition[], ring: Ring<T>, calls?: Calls<T>,
): Map<string, Value<T>> {
  const all = new Map(values)
  for (const { name, parameters, body } of definitions) {
    if (parameters.length || all.has(name)) continue
    const formula = expand(body, definitions)
    if ([...namesIn(formula)].every((n) => all.has(n))) all.set(name, evaluate(formula, all, ring, calls))
  }
  return all
}
