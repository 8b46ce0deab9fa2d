/** Continuous-time SGD near a quadratic minimum: the Ornstein-Uhlenbeck process dw = -K w dt + B dW. */
import { diffusion, vector } from '../text.js'

/** Ornstein-Uhlenbeck: `hessian` K and `noise` B are D x D; the noise covariance per unit time is B B'. */
export const langevin = <const K extends string, const B extends string>(of: { hessian: K; noise: B }) => diffusion({
  state: { w: vector },
  drift: `-(${of.hessian}) * w` as const,
  diffusion: of.noise,
})
