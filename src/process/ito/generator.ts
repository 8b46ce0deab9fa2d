/**
 * The generator of an Ito equation, L f = a . grad f + Tr(B B' Hess f) / 2, and its adjoint as a probability
 * current; as formulas, for identities that are compared elsewhere.
 */
import { difference, product, quotient, sum } from '../../symbolic/arithmetic.js'
import { derivative } from '../../symbolic/differentiate.js'
import { number, type Expression } from '../../symbolic/expression.js'
import type { ItoForm } from './written-out.js'

const total = (terms: readonly Expression[]): Expression => terms.reduce(sum, number(0))
const half = (e: Expression): Expression => quotient(e, number(2))

/** L f of a formula in the coordinates (Oksendal 2003, theorem 7.3.3). */
export function generated(form: ItoForm, f: Expression): Expression {
  const slopes = form.coordinates.map((x) => derivative(f, x))
  const drift = total(slopes.map((slope, i) => product(form.drift[i]!, slope)))
  const spread = total(slopes.flatMap((slope, i) =>
    form.coordinates.map((x, j) => product(form.covariance[i]![j]!, derivative(slope, x)))))
  return sum(drift, half(spread))
}

/**
 * The probability current of a density p, J_i = a_i p - sum_j d_j (C_ij p) / 2 with C = B B'.
 * p is stationary where div J = 0; zero current is detailed balance (Risken 1989, section 6.4).
 */
export const currentOf = (form: ItoForm, p: Expression): Expression[] => form.drift.map((a, i) => difference(
  product(a, p),
  half(total(form.coordinates.map((x, j) => derivative(product(form.covariance[i]![j]!, p), x)))),
))
