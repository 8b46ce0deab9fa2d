/** Heavy-ball SGD near a quadratic minimum: m <- mu m + K w + eta, w <- w - lambda m, with eta ~ N(0, C). */
import { gaussian } from '../laws/gaussian.js'
import { recurrence, vector } from '../text.js'

interface SgdTexts<H extends string, N extends string, L extends string> {
  /** Hessian, D x D symmetric */
  readonly hessian: H
  /** covariance of the gradient noise, D x D */
  readonly noise: N
  /** a number, or a D x D matrix */
  readonly learningRate: L
}

/** SGD with momentum on a quadratic loss with Gaussian gradient noise (Liu, Ziyin and Ueda 2021, section 3). */
export const sgd = <const H extends string, const N extends string, const L extends string, const U extends string>(
  of: SgdTexts<H, N, L> & { readonly momentum: U },
) => recurrence({
    state: { m: vector, w: vector },
    noise: { eta: gaussian({ covariance: of.noise }) },
    step: [
      `m = (${of.momentum}) * m + (${of.hessian}) * w + eta` as const,
      `w = w - (${of.learningRate}) * m` as const,
    ],
  })

/** SGD without momentum: w <- w - lambda (K w + eta), eta ~ N(0, C). */
export const plainSgd = <const H extends string, const N extends string, const L extends string>(
  of: SgdTexts<H, N, L>,
) => recurrence({
    state: { w: vector },
    noise: { eta: gaussian({ covariance: of.noise }) },
    step: [`w = w - (${of.learningRate}) * ((${of.hessian}) * w + eta)` as const],
  })
