/**
 * Do two texts of a process take every state to the same place? Then no measure tells them apart, be it a moment or the
 * time of an exit. Their lines are run from a generic state of a prime field with generic noise, up to the signs of
 * noises of symmetric law: -eta is drawn as eta is.
 */
import { StatementError } from '../symbolic/errors.js'
import { evaluate } from '../symbolic/evaluate.js'
import { namesIn } from '../symbolic/expression.js'
import { randomBelow } from '../symbolic/random.js'
import { Pole, type Ring } from '../symbolic/ring.js'
import { mapValue, sameShape, zipValues, type Value } from '../symbolic/value.js'
import { linesOf } from '../process/lines.js'
import { withConstants } from '../process/moments/space.js'
import type { Recurrence, Shape } from '../process/text.js'
import type { CompiledClaim, CompiledTheorem } from '../theorem/compile.js'
import { withDefinitions } from '../theorem/definitions.js'
import type { Case } from './case.js'
import { fieldBase, fieldOf } from './field-points.js'
import { inlined } from './inlined.js'
import { recurrenceOf } from './process-of.js'

type Place = ReadonlyMap<string, Value<bigint>>
type Run = (from: Place) => Place

const DIMENSION = 2

/** The same map, at parameters that are generic under the conditions of each claim; false where lines draw batches. */
export function isSameMap(at: Case, wrong: Case, claims: readonly CompiledClaim[]): boolean {
  const [one, two] = [recurrenceOf(at.compiled), recurrenceOf(wrong.compiled)]
  if (one.batch || two.batch || one.noise !== two.noise) return false
  const signs = subsetsOf(signlessNoise(at.compiled, one))
  const ring = withOpaqueFunctions(fieldOf(at, 0))
  try {
    return claims.every((claim) => {
      const from = startOf(one, at, claim)
      const place = runOf(at.compiled, one, ring)(from)
      const run = runOf(at.compiled, two, ring)
      return signs.some((turned) => isSamePlace(place, run(withTurned(from, turned, ring)), one))
    })
  } catch (error) {
    if (error instanceof StatementError || error instanceof Pole) return false
    throw error
  }
}

/** A field in which functions such as sqrt are any function: what agrees then does so whatever the function is. */
const withOpaqueFunctions = (field: Ring<bigint>): Ring<bigint> => ({
  ...field,
  apply: (name, operands) => {
    const start = field.fraction([...name].reduce((code, letter) => code * 131n + BigInt(letter.charCodeAt(0)), 7n), 1n)
    return operands.reduce((sum, x) => field.add(field.mul(sum, field.add(start, x)), field.mul(x, x)), start)
  },
})

/** Noises that are drawn as their negatives are, unless a measure looks at noise itself. */
function signlessNoise({ measure }: CompiledTheorem, { noise = {} }: Recurrence): string[] {
  const isMeasured = [...measure.values()].some((e) => [...namesIn(e)].some((name) => name in noise))
  return isMeasured ? [] : Object.keys(noise).filter((name) => noise[name]!.isSymmetric)
}

/** Parameters, definitions, and free entries for the state before and for the noise of one step. */
function startOf({ state, noise = {} }: Recurrence, at: Case, claim: CompiledClaim): Place {
  const { given, ring, dimension } = fieldBase(at, claim, DIMENSION, 0)
  const bits = at.random('state before a step')
  const free = (shape: Shape): Value<bigint> => generic(shape, () => randomBelow(fieldOf(at, 0).p, bits))
  return new Map([
    ...withDefinitions(withConstants(given, dimension, ring), at.compiled.where, ring),
    ...Object.entries(state).map(([name, shape]) => [name, free(shape)] as const),
    ...Object.entries(noise).map(([name, law]) => [name, free(law.isVector ? 'vector' : 'scalar')] as const),
  ])
}

function generic(shape: Shape, draw: () => bigint): Value<bigint> {
  const list = <T>(many: boolean, make: () => T): T[] => Array.from({ length: many ? DIMENSION : 1 }, make)
  const [tall, wide] = [shape !== 'scalar', shape === 'matrix']
  return { rows: tall ? 'D' : '1', columns: wide ? 'D' : '1', entries: list(tall, () => list(wide, draw)) }
}

const runOf = ({ where }: CompiledTheorem, process: Recurrence, ring: Ring<bigint>): Run => (from) => {
  const place = new Map(from)
  for (const { name, value } of linesOf(process, inlined(where))) place.set(name, evaluate(value, place, ring))
  return place
}

const withTurned = (from: Place, turned: readonly string[], ring: Ring<bigint>): Place =>
  new Map([...from, ...turned.map((name) => [name, mapValue(from.get(name)!, ring.neg)] as const)])

/** Equal states, and equal locals of the first text, which measures may name. */
const isSamePlace = (a: Place, b: Place, process: Recurrence): boolean =>
  [...Object.keys(process.state), ...linesOf(process).map(({ name }) => name)].every((name) => {
    const [x, y] = [a.get(name)!, b.get(name)]
    return y !== undefined && sameShape(x, y) && zipValues(x, y, (p, q) => p === q).entries.flat().every(Boolean)
  })

const subsetsOf = (names: readonly string[]): string[][] =>
  names.reduce<string[][]>((sets, name) => [...sets, ...sets.map((set) => [...set, name])], [[]])
