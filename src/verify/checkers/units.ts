/** The units in which the errors of a balance are measured. */
import { call, type Expression } from '../../symbolic/expression.js'
import type { Value } from '../../symbolic/value.js'
import type { Base } from '../algebra.js'
import { entryUnits } from '../entry-units.js'
import { sidesAt, type Equation } from '../residual.js'
import type { SimulatedDraw } from '../simulated-draw.js'
import { pointWith } from '../solution.js'
import type { Variant } from '../variant.js'

/**
 * Units of relative error: sqrt(Var x_i Var y_j) where the left side is a measured Cov(x, y); else sqrt |L_ii L_jj| for
 * a square left side L with a diagonal, else its largest entry.
 */
export function unitsOf(
  equation: Equation, measured: ReadonlyMap<string, Value<number>>, variant: Variant, { base }: SimulatedDraw,
): number[][] {
  const own = equation.left.kind === 'symbol' ? spreads(base.compiled.measure.get(equation.left.name), base) : null
  if (own) return own
  const { left } = sidesAt(equation, pointWith(measured, variant.where, base))
  return entryUnits(left)
}

/** sqrt(Var x_i Var y_j) of a measure Cov(x, y), exactly. */
function spreads(measure: Expression | undefined, base: Base<number>): number[][] | null {
  if (!base.hasMoments || measure?.kind !== 'call' || measure.name !== 'Cov') return null
  const [x, y = x] = measure.operands
  const variances = (e: Expression): number[] =>
    base.stationary().stationary(new Map([['v', call('Cov', e)]])).get('v')!.entries.map((row, i) => row[i]!)
  const [a, b] = [variances(x!), variances(y!)]
  return a.map((v) => b.map((w) => Math.sqrt(v * w)))
}
