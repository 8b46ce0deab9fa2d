/** One step of a recurrence, executed line by line over polynomials in the state and the noise. */
import { refuse } from '../../symbolic/errors.js'
import { evaluate, type Calls, type Environment } from '../../symbolic/evaluate.js'
import { accumulate, type Polynomial } from '../../symbolic/rings/polynomial.js'
import { mapValue, sameShape, shapeText, type Value } from '../../symbolic/value.js'
import type { Law } from '../laws/law.js'
import { atLine, linesOf, type Inline } from '../lines.js'
import type { Recurrence } from '../text.js'
import type { NoiseAtom } from './atoms.js'
import { atomValue, type Space } from './space.js'
import { stateAt } from './state.js'

export interface Step<T> {
  /** the state after the step, as polynomials in the state before it and the noise */
  readonly next: Environment<Polynomial<T>>
  /** noises and local definitions of the step */
  readonly locals: Environment<Polynomial<T>>
  readonly calls: Calls<Polynomial<T>>
}

/** Executes the lines. @throws StatementError with the line that is to blame */
export function runStep<T>(process: Recurrence, space: Space<T>, inline?: Inline): Step<T> {
  const state = stateAt(process, space)
  const noises = new Map([
    ...noiseValues(space, 'noise', process.noise ?? {}),
    ...noiseValues(space, 'sample', process.batch?.sample ?? {}),
  ])
  const env = new Map([...space.parameters, ...state, ...noises])
  const calls = new Map<string, (operands: readonly Parameters<typeof evaluate>[0][]) => Value<Polynomial<T>>>()
  calls.set('mean', ([x]) => mapValue(evaluate(x!, env, space.polynomials, calls), (p) => meanOf(p, space)))
  const locals = new Map(noises)
  linesOf(process, inline).forEach((line, i) => {
    const read = (): Value<Polynomial<T>> => evaluate(line.value, env, space.polynomials, calls)
    const value = atLine(i, () => assigned(line.name, line.text, read(), env))
    env.set(line.name, value)
    if (!(line.name in process.state)) locals.set(line.name, value)
  })
  return { next: new Map(Object.keys(process.state).map((s) => [s, env.get(s)!])), locals, calls }
}

function assigned<T>(name: string, text: string, value: Value<T>, env: Environment<T>): Value<T> {
  const old = env.get(name)
  return !old || sameShape(old, value) ? value
    : refuse('SHAPE', `"${name}" is ${shapeText(old)} and becomes ${shapeText(value)} in "${text}"`)
}

function noiseValues<T>(
  space: Space<T>, kind: 'noise' | 'sample', laws: Readonly<Record<string, Law>>,
): [string, Value<Polynomial<T>>][] {
  return Object.entries(laws).map(([symbol, law]) => {
    checkSize(symbol, law, space)
    const shape = law.isVector ? 'vector' : 'scalar'
    return [symbol, atomValue(space, symbol, shape, (name, index) => ({ kind, symbol, index, name, law }))]
  })
}

function checkSize<T>(symbol: string, law: Law, { point }: Space<T>): void {
  if (law.wick === null) return
  const covariance = point.value(law.wick)
  if (covariance.rows !== 'D' || covariance.columns !== 'D') {
    refuse('SHAPE', `the covariance "${law.wick}" of ${symbol} is ${shapeText(covariance)}, not D x D`)
  }
}

/** The mean is linear: each product of sample noises becomes the atom "mean of that product". */
function meanOf<T>(p: Polynomial<T>, { atoms, ring }: Space<T>): Polynomial<T> {
  const result = new Map<number, T>()
  for (const [monomial, x] of p) {
    const factors = atoms.factors(monomial)
    const samples = factors.filter((a) => atoms.list[a]!.kind === 'sample')
    const of = samples.map((a) => atoms.list[a] as NoiseAtom)
    const product = atoms.of(samples)
    const mean = of.length ? atoms.atom({ kind: 'mean', name: `mean(${atoms.text(product)})`, product, of }) : 0
    const others = atoms.of(factors.filter((a) => atoms.list[a]!.kind !== 'sample'))
    accumulate(result, atoms.product(others, mean), x, ring)
  }
  return result
}
