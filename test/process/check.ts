/** Decides every claim and every false variant of a statement at one random point. */
import { expand } from '../../src/process/moments/chain.js'
import { evaluate, type Environment } from '../../src/symbolic/evaluate.js'
import { parseClaim, parseFormula } from '../../src/symbolic/parse.js'
import type { Ring } from '../../src/symbolic/ring.js'
import { sameShape } from '../../src/symbolic/value.js'
import { pointOf } from './points.js'
import type { Statement } from './statements/statement.js'

export const parsed = (texts: Readonly<Record<string, string>>) =>
  new Map(Object.entries(texts).map(([name, text]) => [name, parseFormula(text)]))

/** Does a claim hold at this point? */
export function holds<T>(claim: string, env: Environment<T>, ring: Ring<T>): boolean {
  const { left, right } = parseClaim(claim)
  const [a, b] = [evaluate(left, env, ring), evaluate(right, env, ring)]
  if (!sameShape(a, b)) throw new Error(`the sides of "${claim}" have different shapes`)
  return a.entries.every((row, i) => row.every((x, j) => ring.isZero(ring.sub(x, b.entries[i]![j]!))))
}

/** Names of true claims that fail and of false variants that hold. */
export function contradictions<T>(s: Statement, dimension: number, ring: Ring<T>, seed: string): string[] {
  const point = pointOf(s.kinds, dimension, ring, seed)
  const env = new Map(point)
  const chain = expand(s.process, { dimension, ring, values: point })
  for (const [name, value] of chain.stationary(parsed(s.measure))) env.set(name, value)
  for (const [name, text] of Object.entries(s.where ?? {})) env.set(name, evaluate(parseFormula(text), env, ring))
  const wrong = { ...s.wrong, ...(dimension > 1 ? s.wrongFromTwo : {}) }
  return [
    ...Object.entries(s.claims).filter(([, claim]) => !holds(claim, env, ring)).map(([name]) => `${name} fails`),
    ...Object.entries(wrong).filter(([, claim]) => holds(claim, env, ring)).map(([name]) => `wrong ${name} holds`),
  ]
}
