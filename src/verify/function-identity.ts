/**
 * A claim that measures nothing, as an identity between two functions of its symbols, of the state, and of the values
 * and derivatives of arbitrary functions: f(theta), f'(theta), ... are independent indeterminates (jets).
 */
import { refuse } from '../symbolic/errors.js'
import { namesIn, rewrite, symbol, type Expression } from '../symbolic/expression.js'
import { compareFormulas, type Identity, type PointOf } from '../symbolic/identity.js'
import { print } from '../symbolic/print.js'
import { scalarValue } from '../symbolic/value.js'
import { operatorsWritten, usesOperators } from '../process/ito/operators.js'
import { writtenOut } from '../process/ito/written-out.js'
import { withConstants } from '../process/moments/space.js'
import { conditionsOf, genericPoint } from '../theorem/points.js'
import { spelledOut } from '../theorem/spelled-out.js'
import { derivativesWritten } from '../symbolic/differentiate.js'
import type { CompiledTheorem } from '../theorem/compile.js'
import { diffusionOf } from './process-of.js'
import { statedEquation } from './equation.js'
import type { Variant } from './variant.js'

export interface IdentityQuestion {
  readonly variant: Variant
  readonly compiled: CompiledTheorem
  readonly dimension: number
  readonly random: () => bigint
  readonly primes: number
}

/** @throws StatementError for a claim that measures something, Pole where every point is a pole */
export function functionIdentity({ variant, compiled, dimension, random, primes }: IdentityQuestion): Identity {
  const { left, right } = sidesOf(variant, compiled)
  const pointOf = pointsOf(variant, compiled, dimension, [left, right])
  return compareFormulas(left, right, pointOf, { random, primes })
}

/** Both sides with definitions, operators of the process, and derivatives written out. */
function sidesOf(variant: Variant, compiled: CompiledTheorem): { left: Expression; right: Expression } {
  const stated = statedEquation(variant, 'identity')
  const [left, right] = [spelledOut(stated.left, variant.where), spelledOut(stated.right, variant.where)] as const
  if (!usesOperators(left) && !usesOperators(right)) {
    return { left: jets(derivativesWritten(left), compiled), right: jets(derivativesWritten(right), compiled) }
  }
  const given = [...compiled.symbols].filter(([, { role }]) => role === 'given')
  const process = diffusionOf(compiled, 'generator()')
  const shapes = Object.values(process.state)
  if (shapes.length > 1 && shapes.some((shape) => shape !== 'scalar')) {
    refuse('OPERATOR', `generator() needs states that are numbers, not ${shapes.join(', ')}`)
  }
  const form = writtenOut(process, {
    dimension: 1,
    values: new Map(given.map(([name, { rows, columns }]) => [name, { rows, columns, entries: [[0]] }])),
    // the process is read as the theorem states it, whatever the misprint of the claim
    inline: (e) => derivativesWritten(spelledOut(e, compiled.where)),
  })
  const written = (e: Expression): Expression => jets(operatorsWritten(e, form), compiled)
  return { left: written(left), right: written(right) }
}

/** f''(theta) as an indeterminate of that name. */
function jets(e: Expression, { symbols }: CompiledTheorem): Expression {
  const isArbitrary = (name: string): boolean => symbols.get(name.replace(/'+$/, ''))?.role === 'function'
  return rewrite(e, (node) => (node.kind === 'call' && isArbitrary(node.name) ? symbol(print(node)) : node))
}

/** Given symbols in their domains; states and jets free. */
function pointsOf(
  { claim }: Variant, compiled: CompiledTheorem, dimension: number, sides: readonly Expression[],
): PointOf {
  const names = new Set(sides.flatMap((e) => [...namesIn(e)]))
  refuseMeasured(names, compiled)
  const free = [...names].filter((name) => !compiled.symbols.has(name) && !['I', 'D', 'pi', 'infinity'].includes(name))
  return (ring, draw) => {
    const given = genericPoint(compiled, {
      ring, dimension, random: () => draw.any(), conditions: conditionsOf(compiled, claim.name),
    })
    const all = new Map([...given, ...free.map((name) => [name, scalarValue(draw.any())] as const)])
    return withConstants(new Map([...all].filter(([name]) => names.has(name))), dimension, ring)
  }
}

function refuseMeasured(names: ReadonlySet<string>, { symbols }: CompiledTheorem): void {
  const measured = [...names].find((name) => symbols.get(name)?.role === 'measured')
  if (measured) refuse('MEASURES', `identity() is for claims that measure nothing; this one measures ${measured}`)
}
