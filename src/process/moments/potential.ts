/**
 * The potential of a quantity h of the state: the f with f - T f = h - E h, E h the stationary mean (Poisson's
 * equation). From any state s at all, E[f(next)] - f(s) + h(s) = E h, so single steps know what the stationary law
 * knows.
 */
import { SingularMatrix, solveLinear } from '../../symbolic/linear.js'
import { refuse } from '../../symbolic/errors.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'
import type { Chain } from './chain.js'

/** f for a polynomial h in the state, without a constant. @throws StatementError NOT_CLOSED, NO_STATIONARY */
export function potentialOf<T>({ closure, next, space: { ring } }: Chain<T>, h: Polynomial<T>): Polynomial<T> {
  const all = closure(h.keys())
  const rows = all.map(next)
  // (I - T)' f = h on the monomials that h needs
  const system = all.map((k) => all.map((m, i) => {
    const moved = rows[i]!.get(k) ?? ring.zero
    return m === k ? ring.sub(ring.one, moved) : ring.neg(moved)
  }))
  try {
    const f = solveLinear(system, all.map((m) => [h.get(m) ?? ring.zero]), ring)
    return new Map(all.map((m, i) => [m, f[i]![0]!] as const).filter(([, x]) => !ring.isZero(x)))
  } catch (error) {
    if (!(error instanceof SingularMatrix)) throw error
    return refuse('NO_STATIONARY', 'no unique stationary value, so no potential: I - T is singular')
  }
}
