/**
 * A second opinion from a computer-algebra package, the only place that knows it. Advisory: every answer is parsed
 * again and compared with the question by the identity test, and a wrong, late or missing one is null.
 *
 * Why nothing is believed: simplify(y/(x+5) + z/(3y-3)) loses the factor 3; simplify(a/(4z+4)/(7x^2+6)/(2x+1)) puts
 * a into an exponent; limits and integrals are often wrong; unknown functions turn silently into products; decimals
 * become nearby fractions; M^2 of a matrix is elementwise; e, E, i and pi are constants whatever was meant.
 */
import { renaming } from './cas-text.js'
import { StatementError } from './errors.js'
import { derivative } from './differentiate.js'
import { namesIn, number, substitute, subtract, symbol, type Expression } from './expression.js'
import { compareFormulas, scalars } from './identity.js'
import { entropy, randomBits } from './random.js'
import { Pole } from './ring.js'

export interface CasOptions {
  /** wall-clock milliseconds for one question; default 10,000. A late answer is no answer. */
  readonly timeout?: number
}

type Package = (text: string) => { toString(): string }

let loaded: Promise<Package> | null = null

/** The package, imported when first asked: it costs 0.1 s, and most runs never ask. */
async function packageWith(timeout: number): Promise<Package> {
  loaded ??= import('nerdamer').then((module) => module.default as unknown as Package)
  const nerdamer = await loaded
  ;(nerdamer as unknown as { set(name: string, value: number): void }).set('TIMEOUT', timeout)
  return nerdamer
}

/** A simpler form of a scalar formula, equal to it by the identity test; null where none is found. */
export const simplified = (e: Expression, options?: CasOptions): Promise<Expression | null> =>
  sameAs(e, 'simplify', options)

/** A factored form, equal by the identity test; null where none is found. */
export const factored = (e: Expression, options?: CasOptions): Promise<Expression | null> =>
  sameAs(e, 'factor', options)

/** An expanded form, equal by the identity test; null where none is found. */
export const expanded = (e: Expression, options?: CasOptions): Promise<Expression | null> =>
  sameAs(e, 'expand', options)

/** d e / d name as the package finds it; null unless it equals the derivative found here. */
export async function differentiated(e: Expression, name: string, options?: CasOptions): Promise<Expression | null> {
  const names = renaming()
  const question = (): string => `diff(${names.textOf(e)}, ${names.textOf(symbol(name))})`
  const [answer] = await answers(question, names.formulaOf, options)
  return answer && isSame(answer, derivative(e, name)) ? answer : null
}

/** The first solution that satisfies left == right when put in; null where none does. */
export async function solveFor(
  equation: { readonly left: Expression; readonly right: Expression }, name: string, options?: CasOptions,
): Promise<Expression | null> {
  const names = renaming()
  const residual = subtract(equation.left, equation.right)
  const question = (): string => `solve(${names.textOf(residual)}, ${names.textOf(symbol(name))})`
  const found = await answers(question, names.formulaOf, options)
  const solves = (x: Expression): boolean =>
    !namesIn(x).has(name) && isSame(substitute(residual, new Map([[name, x]])), number(0))
  return found.find(solves) ?? null
}

async function sameAs(e: Expression, what: string, options?: CasOptions): Promise<Expression | null> {
  const names = renaming()
  const [answer] = await answers(() => `${what}(${names.textOf(e)})`, names.formulaOf, options)
  return answer && isSame(answer, e) ? answer : null
}

/** What the package answers, one formula or a list in brackets; nothing where it fails. */
async function answers(
  question: () => string, read: (text: string) => Expression | null, { timeout = 10_000 }: CasOptions = {},
): Promise<Expression[]> {
  const ask = await packageWith(timeout)
  let text: string
  try {
    text = ask(question()).toString()
  } catch {
    return []
  }
  const list = text.startsWith('[') ? text.slice(1, -1).split(',') : [text]
  return list.map(read).filter((e) => e !== null)
}

function isSame(a: Expression, b: Expression): boolean {
  try {
    const names = new Set([...namesIn(a), ...namesIn(b)])
    return compareFormulas(a, b, scalars(names, names), { random: randomBits(entropy()) }).identical === true
  } catch (error) {
    if (error instanceof StatementError || error instanceof Pole) return false
    throw error
  }
}
