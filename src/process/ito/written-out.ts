/**
 * An Ito equation in coordinates: scalar formulas for every entry of drift and covariance, to differentiate and
 * compare.
 */
import { evaluate, type Environment } from '../../symbolic/evaluate.js'
import { number, symbol, type Expression } from '../../symbolic/expression.js'
import { tree } from '../../symbolic/rings/tree.js'
import { isScalar, mapValue, scalarOf, scalarValue, type Value } from '../../symbolic/value.js'
import type { Inline } from '../lines.js'
import { coordinateNames, withConstants } from '../moments/space.js'
import type { Diffusion, Shape } from '../text.js'
import { coefficientsOf } from './coefficients.js'

export interface ItoForm {
  /** names of the coordinates of the state: theta, or w1 w2 ... */
  readonly coordinates: readonly string[]
  readonly drift: readonly Expression[]
  /** B B', coordinates by coordinates */
  readonly covariance: readonly (readonly Expression[])[]
  /** a scalar formula in state and parameters, in coordinates */
  written(e: Expression): Expression
}

export interface ItoOptions {
  readonly dimension: number
  /** any values of the parameters; only their shapes matter */
  readonly values: Environment<unknown>
  readonly inline?: Inline
}

/** Entries of a parameter are symbols of their own: K becomes K1_1 K1_2 ... @throws StatementError */
export function writtenOut(process: Diffusion, { dimension, values, inline }: ItoOptions): ItoForm {
  const parameters = [...values].map(([name, value]): [string, Value<Expression>] => [name, entrySymbols(name, value)])
  const states = Object.entries(process.state).map(([name, shape]): [string, Value<Expression>] =>
    [name, symbols(name, shape, dimension)])
  const env = withConstants(new Map([...parameters, ...states]), dimension, tree)
  const read = (e: Expression): Value<Expression> => evaluate(e, env, tree)
  const coefficients = [...coefficientsOf(process, inline)]
  const blocks = coefficients.map(([name, { covariance }]) => {
    const size = env.get(name)!.entries.flat().length
    return covariance ? spread(read(covariance), size) : zeros(size)
  })
  return {
    coordinates: states.flatMap(([, v]) => v.entries.flat()).map((e) => (e as { name: string }).name),
    drift: coefficients.flatMap(([, { drift }]) => read(drift).entries.flat()),
    covariance: blockDiagonal(blocks),
    written: (e) => scalarOf(read(inline?.(e) ?? e)),
  }
}

const symbols = (name: string, shape: Shape, dimension: number): Value<Expression> => ({
  rows: shape === 'scalar' ? '1' : 'D',
  columns: shape === 'matrix' ? 'D' : '1',
  entries: coordinateNames(name, shape, dimension).map((row) => row.map(symbol)),
})

/** A parameter with its entries as symbols; a scalar keeps its name. */
function entrySymbols(name: string, value: Value<unknown>): Value<Expression> {
  if (isScalar(value)) return scalarValue(symbol(name))
  const many = value.columns !== '1'
  return mapValue(value, (_, i, j) => symbol(many ? `${name}${i + 1}_${j + 1}` : `${name}${i + 1}`))
}

type Block = readonly (readonly Expression[])[]

/** A scalar coefficient of a vector drives every coordinate by a Wiener process of its own. */
const spread = (value: Value<Expression>, size: number): Block => isScalar(value)
  ? zeros(size).map((row, i) => row.map((zero, j) => (i === j ? scalarOf(value) : zero)))
  : value.entries

const zeros = (size: number): Block => Array.from({ length: size }, () => Array.from({ length: size }, () => number(0)))

function blockDiagonal(blocks: readonly Block[]): Expression[][] {
  const size = blocks.reduce((sum, block) => sum + block.length, 0)
  const all = zeros(size).map((row) => [...row])
  let offset = 0
  for (const block of blocks) {
    block.forEach((row, i) => row.forEach((x, j) => { all[offset + i]![offset + j] = x }))
    offset += block.length
  }
  return all
}
