/**
 * Generic points of a theorem over random 61-bit prime fields; each is made once and serves every claim and misprint.
 */
import { randomPrime } from '../symbolic/primes.js'
import { randomBelow } from '../symbolic/random.js'
import { Pole } from '../symbolic/ring.js'
import { primeField, type PrimeField } from '../symbolic/rings/prime-field.js'
import type { CompiledClaim } from '../theorem/compile.js'
import { restsOn } from '../theorem/definitions.js'
import { conditionsOf, genericPoint } from '../theorem/points.js'
import { formulasOf } from '../symbolic/statement.js'
import { baseAt, type Base } from './algebra.js'
import type { Case } from './case.js'
import type { Variant } from './variant.js'

/** Unlucky points in a row before the claim itself is taken to have a pole everywhere. */
export const patience = 20

/** The k-th random prime field of this run. */
export const fieldOf = (at: Case, k: number): PrimeField =>
  at.shared(`field ${k}`, () => primeField(randomPrime(at.random(`prime ${k}`))))

/** A generic point over the k-th field; `attempt` counts redraws after a pole. */
export function fieldBase(at: Case, claim: CompiledClaim, dimension: number, k: number, attempt = 0): Base<bigint> {
  const key = `base ${claim.whenText ?? ''} ${dimension} ${k} ${attempt}`
  return at.once(key, () => {
    const ring = fieldOf(at, k)
    const given = at.shared(key, () => {
      const bits = at.random(key)
      return genericPoint(at.compiled, {
        ring, dimension, random: () => randomBelow(ring.p, bits), conditions: conditionsOf(at.compiled, claim.name),
      })
    })
    return baseAt(at.compiled, given, ring, dimension)
  })
}

/** Tries points until one has no pole. @throws Pole after 20 points in a row */
export function withoutPole<R>(attempt: (number: number) => R): R {
  for (let k = 0; ; k++) {
    try {
      return attempt(k)
    } catch (error) {
      if (!(error instanceof Pole) || k + 1 >= patience) throw error
    }
  }
}

/** Names of symbols, measured ones among them, that a variant rests on. */
export function namesOf({ claim, where }: Variant): Set<string> {
  const found = new Set<string>()
  for (const formula of formulasOf(claim.states)) restsOn(formula, where, found)
  return found
}
