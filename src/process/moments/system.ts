/**
 * Moment equations of any Markov process: the flow of a monomial f is a polynomial with E[flow f] = 0 at stationarity,
 * T f - f for a recurrence and the generator L f for a diffusion.
 */
import type { Ring } from '../../symbolic/ring.js'
import type { Polynomial } from '../../symbolic/rings/polynomial.js'

export interface MomentSystem<T> {
  readonly ring: Ring<T>
  flow(monomial: number): Polynomial<T>
  degree(monomial: number): number
  text(monomial: number): string
}
