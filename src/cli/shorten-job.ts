/**
 * The job behind the shorter forms of `assay derive`: lines "name = formula" -> those that a computer-algebra package
 * can write shorter. Advisory: each answer equals its question by the identity test, or is not printed.
 */
import type { Job } from '../suite/messages.js'
import { factored, simplified } from '../symbolic/cas.js'
import { symbol, type Expression } from '../symbolic/expression.js'
import { loadParser, parseFormula } from '../symbolic/parse.js'
import { print } from '../symbolic/print.js'

/** Milliseconds for one question; the thread is ended where the package does not keep to it. */
const PATIENCE = 3000
/** Characters; of longer formulas the package makes longer ones still. */
const LONGEST = 160

const shorten: Job<readonly string[], readonly string[]> = async (_, { request: lines }) => {
  const found: string[] = []
  for (const line of lines) {
    // "Sigma (D = 1) = formula"; other lines say why there is none
    const [, name, formula] = /^(\w+(?: \(D = \d+\))?) = (.+)$/.exec(line) ?? []
    const short = formula === undefined ? null : await shorter(parseFormula(formula))
    if (short !== null) found.push(`${name} = ${short}`)
  }
  return { result: found, faults: [] }
}

export default shorten

/** The package changes a global as it loads: that is no theorem's doing, so it happens first. */
export const prepare = (): Promise<unknown> => loadParser().then(() => simplified(symbol('x')))

/** The shortest form that is found and equal; null where none is shorter than the question. */
export async function shorter(e: Expression): Promise<string | null> {
  const question = print(e)
  const texts: string[] = []
  if (question.length > LONGEST) return null
  for (const ask of [simplified, factored]) {
    const answer = await ask(e, { timeout: PATIENCE })
    if (answer) texts.push(print(answer))
  }
  const best = texts.sort((a, b) => a.length - b.length)[0]
  return best !== undefined && best.length < question.length ? best : null
}
