/** How long files and functions are, in lines. */
import { parseAst } from 'vite'
import type { SourceFile } from './tree.js'

export const linesOf = ({ text }: SourceFile): number => text.trimEnd().split('\n').length

export interface FunctionSize {
  /** "suite/pool.ts:12" */
  readonly at: string
  readonly lines: number
}

/** Every function, method and arrow function of a file, nested ones too. */
export function functionSizes({ path, text }: SourceFile): FunctionSize[] {
  const lineAt = (offset: number): number => text.slice(0, offset).split('\n').length
  return functionsIn(parseAst(text, { lang: 'ts' })).map(({ start, end }) =>
    ({ at: `${path}:${lineAt(start)}`, lines: lineAt(end) - lineAt(start) + 1 }))
}

interface Span { readonly type: string; readonly start: number; readonly end: number }

const isFunction = (node: Span): boolean =>
  ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type)

function functionsIn(node: unknown): Span[] {
  if (Array.isArray(node)) return node.flatMap(functionsIn)
  if (typeof node !== 'object' || node === null) return []
  const below = Object.values(node).flatMap(functionsIn)
  return 'type' in node && isFunction(node as Span) ? [node as Span, ...below] : below
}

/** The value below which a share of the values lies: the ceil(share n)-th smallest. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0
}
